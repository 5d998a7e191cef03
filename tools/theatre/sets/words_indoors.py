"""The words that mean a place inside, and the pieces that stand there: tables only.

Knows no picture and no place outside.
"""

from __future__ import annotations

INDOOR_KINDS: dict[tuple[str, str], str] = {
    ("room", "kitchen"): "kitchen pantry scullery galley kitchenette",
    (
        "room",
        "living",
    ): "living lounge parlour parlor flat apartment house home sitting fireplace "
    "drawing attic villa mansion nursery suite room inn boarding loft penthouse",
    (
        "room",
        "bedroom",
    ): "bedroom bed dormitory hotel motel ward infirmary guestroom dorm bedchamber",
    (
        "room",
        "cabin",
    ): "cabin hut cottage shack keeper lamp lantern lighthouse-room wheelhouse chalet "
    "tent caravan trailer barn shed farmhouse tavern log bunk",
    ("room", "dining"): "dining supper breakfast table banquet",
    ("room", "study"): "study library den archive reading scriptorium",
    (
        "office",
        "office",
    ): "office startup desk bureau agency newsroom cubicle coworking garage "
    "accelerator company firm headquarters hq studio workspace incubator",
    (
        "office",
        "meeting",
    ): "meeting boardroom conference briefing war-room courtroom interview pitch seminar",
    (
        "office",
        "bar",
    ): "bar pub saloon speakeasy nightclub club taproom cantina lounge-bar",
    (
        "office",
        "cafe",
    ): "cafe café coffee coffeehouse diner restaurant bistro canteen cafeteria teahouse bakery "
    "patisserie bakery-shop",
    (
        "office",
        "shop",
    ): "shop store market-hall bookshop bookstore pharmacy boutique "
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
    "fireplace": "fireplace hearth fire chimney log-fire",
    "iron_stove": "stove woodstove range iron-stove",
    "oil_lamp": "oil paraffin kerosene candlelit",
    "piano": "piano pianist",
    "rug": "rug rugs carpet",
    "posters": "poster posters",
    "teen": "teen teenage teenager student boyish girlish",
    "child": "child children nursery kid toys",
    "messy": "messy untidy cluttered chaotic unmade littered",
    "poor": "poor shabby humble fisherman run-down rundown dingy squalid bare peeling worn old",
    "small": "small tiny cramped narrow little poky",
    "rich": "rich luxurious luxury grand elegant mansion palace villa opulent wealthy lavish "
    "spacious",
    "modern": "modern minimalist minimal sleek loft penthouse contemporary designer",
    "neon": "neon cyberpunk nightclub club",
    "glass": "glass glazed glass-walled windowed",
    "skyline": "skyline skyscraper floor penthouse highrise high-rise tower storey panorama",
    "sea": "sea harbour harbor port ferry ship boat fisherman fishing island coast lighthouse "
    "ocean keeper wheelhouse",
    "town": "city town downtown street urban",
    "trees": "forest woods mountain mountains hunting hunter lodge alpine chalet",
    "no_window": "windowless basement cellar bunker vault underground crypt dungeon submarine",
    "brick": "brick bricks warehouse",
    "stone": "stone castle dungeon crypt medieval cave cathedral temple church monastery",
    "concrete": "concrete brutalist",
    "planks": "wooden wood timber planked",
    "logs": "log logs",
    "floral": "floral flowered",
    "stripes": "striped stripes",
    "tiles": "tiled tiles",
    "metal": "metal steel ship submarine bunker spaceship starship engine factory hangar reactor",
    "hotel": "hotel motel palace ballroom theatre theater opera inn",
    "hospital": "hospital clinic ward infirmary sanatorium asylum morgue",
    "school": "school classroom college university gym lockers",
}
"""A set piece's name -> the words that ask for it, inside."""
