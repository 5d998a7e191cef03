"""A feature of a given number of pages, written by dice: Fountain text with every kind of element.

Words are dealt by seed; the same seed gives the same screenplay.
"""

from __future__ import annotations

import random

LINES_A_PAGE = 55
_PEOPLE = ("ANNA", "BEN", "MARA", "McCLANE", "ÉLODIE", "ПЁТР", "GUARD #2", "MR. BLACK")
_PLACES = (
    "HARBOUR", "KITCHEN", "STATION", "FOREST ROAD", "ATTIC", "MARKET SQUARE", "HOSPITAL CORRIDOR",
    "LIGHTHOUSE", "CLASSROOM", "ROOFTOP",
)  # fmt: skip
_TIMES = ("DAY", "NIGHT", "DUSK", "DAWN", "CONTINUOUS", "LATER")
_DOES = (
    "opens the door", "picks up the letter", "walks to the window", "sits down",
    "looks at the rain", "holds the lamp", "turns away", "runs along the wall",
    "puts the cup on the table", "listens",
)  # fmt: skip
_SAYS = (
    "I came back because nobody else would.", "You kept the key.", "Not tonight.",
    "Tell me what you saw, and tell it slowly.", "It was never about the money.", "Then we wait.",
    "There is a boat at six.", "I don't know that name.", "Say it again.", "Go home.",
)  # fmt: skip


def long_script(pages: int = 120, seed: int = 7) -> str:
    """Fountain text of at least `pages` pages of 55 lines."""
    dice = random.Random(seed)
    blocks = [
        "Title: The Long Way Home\nCredit: written by\nAuthor: nobody\nZoo: an unknown key",
        "FADE IN:",
    ]
    lines, scene = 6, 0
    while lines < pages * LINES_A_PAGE:
        scene += 1
        for block in _scene(dice, scene):
            blocks.append(block)
            lines += 1 + sum(1 + len(line) // 60 for line in block.split("\n"))
    return "\n\n".join([*blocks, "> THE END <", "> FADE OUT."]) + "\n"


def _scene(dice: random.Random, number: int) -> list[str]:
    side = dice.choice(("INT", "EXT", "INT/EXT"))
    slug = f"{side}. {dice.choice(_PLACES)} - {dice.choice(_TIMES)} #{number}#"
    people = dice.sample(_PEOPLE, 2)
    blocks = [f"# Part {number}"] if number % 20 == 1 else []
    blocks += [slug, f"= Scene {number}, in one sentence."] if number % 3 == 0 else [slug]
    for turn in range(dice.randint(8, 18)):
        blocks.append(_turn(dice, people, turn, number))
    if number % 7 == 0:
        blocks.append("CUT TO:")
    return blocks


def _turn(dice: random.Random, people: list[str], turn: int, scene: int) -> str:
    who = people[turn % 2]
    if turn % 5 == 0:
        name = who.title() if who != "McCLANE" else "McClane"
        return f"{name} {dice.choice(_DOES)}. The *clock* says {dice.randint(1, 12)}, day {scene}."
    if turn % 11 == 6:
        return dice.choice(
            ("[[check this]]", "/* cut for length */", "/*\nINT. OLD - DAY\n\nNo.\n*/")
        )
    cue = f"@{who}" if who == "McCLANE" else who
    extension = dice.choice(("", "", "", " (V.O.)", " (CONT'D)"))
    aside = dice.choice(("", "", "(quietly)\n", "(beat)\n"))
    dual = " ^" if turn % 9 == 8 else ""
    return f"{cue}{extension}{dual}\n{aside}{dice.choice(_SAYS)} {dice.choice(_SAYS)}"
