"""The words that mean a place inside, and the pieces that stand there: tables only.

Knows no picture and no place outside.
"""

from __future__ import annotations

INDOOR_KINDS: dict[tuple[str, str], str] = {
    ("room", "kitchen"): "kitchen pantry scullery galley bakery",
    (
        "room",
        "living",
    ): "living lounge parlour parlor flat apartment house home sitting fireplace den "
    "drawing attic villa mansion study nursery suite room inn boarding",
    ("room", "bedroom"): "bedroom bed dormitory hotel motel ward infirmary bunk guestroom",
    (
        "room",
        "cabin",
    ): "cabin hut cottage shack keeper lamp lantern lighthouse-room wheelhouse chalet "
    "tent caravan trailer barn shed farmhouse tavern log",
    ("room", "dining"): "dining supper breakfast table",
    (
        "office",
        "office",
    ): "office startup desk bureau agency newsroom cubicle coworking garage study-room "
    "accelerator company firm headquarters hq studio workspace incubator",
    (
        "office",
        "meeting",
    ): "meeting boardroom conference briefing war-room courtroom interview pitch seminar",
    (
        "office",
        "bar",
    ): "bar pub cafe café coffee diner restaurant bistro saloon canteen cafeteria teahouse "
    "speakeasy nightclub club bakery-shop",
    (
        "office",
        "shop",
    ): "shop store market-hall bookshop bookstore library archive pharmacy boutique "
    "florist bakery-counter workshop atelier laboratory lab clinic classroom school museum gallery",
    (
        "corridor",
        "security",
    ): "security control surveillance monitor monitors cctv bridge cockpit command "
    "server datacenter mission radar operations spaceship starship submarine engine",
    (
        "corridor",
        "corridor",
    ): "corridor hallway passage hall stairwell staircase stairs lobby vestibule "
    "tunnel bunker prison cell dungeon vault basement cellar elevator lift aisle crypt cave mine "
    "sewer",
    (
        "corridor",
        "station",
    ): "station terminal platform airport concourse depot subway metro underground "
    "train railway carriage bus hospital",
    (
        "corridor",
        "hall",
    ): "church cathedral temple theatre theater stage auditorium ballroom palace castle "
    "throne gym arena warehouse factory hangar mall foyer chapel court",
}
"""(family, kind) -> words, of the families inside: room, office, corridor."""

INSIDE = ("room", "office", "corridor")
"""Families that are inside."""

INDOOR_PIECES: dict[str, str] = {
    "table": "table tables desk counter",
    "lamp": "lamp lamps lantern lanterns candle bulb light lights chandelier",
    "window": "window windows pane",
    "door": "door doors doorway entrance",
    "screen": "screen screens monitor monitors television tv computer laptop computers display",
    "bed": "bed bunk cot",
    "shelf": "shelf shelves bookcase books bookshelf",
    "counter": "counter bar",
    "sofa": "sofa couch armchair",
    "pendant": "chandelier pendant",
    "whiteboard": "whiteboard board chalkboard blackboard chart map",
    "cross": "altar church chapel",
}
"""A set piece's name -> the words that ask for it, inside."""
