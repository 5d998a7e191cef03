"""The words that point at shots: numbers, ordinals, neighbours, scenes. Patterns only."""

from __future__ import annotations

import re

from agent.notes.lexicon import ORDINALS

UNITS = (
    r"(?:seconds?|frames?|beats?|minutes?|mm|fps|bpm|hz|db|k\b|kelvin|percent|%|x\b|times|"
    r"versions?|takes?|variations?|stops?|options?|steps?|words?|people|degrees?|changes?|"
    r"shots?\b|\d|\.\d|th\b|nd\b|rd\b|st\b|notches|rungs?|sizes?|more$|of them|"
    r"more (?:seconds?|frames?|beats?|takes?|versions?|shots?|options?|times?|stops?|of)\b)"
)
NUMBER = rf"(\d{{1,4}})(?!\s*-?{UNITS})(?![\w:])"
LIST = (
    r"(\d{1,4}(?!\d)(?:(?:\s*,\s*(?:and )?|\s*(?:and|&|\+|or|plus)\s*|\s*(?:-|to|"
    r"through|until)\s*)(?:shot )?\d{1,4}(?!\d))*)"
)
SHOTS = re.compile(
    rf"\bshots? {LIST}(?!\s*-?(?:more )?(?:seconds?|mm|frames?|beats?)\b)(?![\w:.]\w)"
)
IDS = re.compile(r"\b(sh_?\w*\d\w*)\b")
BARE = re.compile(
    r"(?:\b(?:in|on|of|for|from|with|to|make|made|redo|delete|lose|cut|trim|shoot|"
    r"bring|push|lift|get|hold|try|play|run|leave|lock|unlock|extend|"
    r"duplicate|copy|split|remove|drop|swap|switch|exchange|flip|halve|double|"
    r"merge|move|put|keep|restore|take|let|relight|and|than|"
    r"except|but|besides|give|like|want|stretch|see|after|before|between|not|meant|mean|brighten|"
    r"darken|"
    r"lighten|warm|cool|tighten|widen|"
    rf"shorten|lengthen|speed up|slow down|punch in on|go in on|focus on)|^|[,;:]) ?{LIST}"
    rf"(?!\s*-?{UNITS})(?!\w)(?!:\d)"
)
NOT_SHOTS = re.compile(
    r"\b(?:scenes?|takes?|versions?|act|revision|lens|film stock|f/?|by|at|exactly|another|extra) "
    r"\d[\d.]*(?:\s*(?:,|and|-|to)\s*\d+)*(?:\s*(?:seconds?|mm|frames?|parts|pieces))?|"
    r"\bon an? \d+\b|\d+ ?(?:mm|seconds?|frames?|minutes?|fps|bpm|db|stops?|k)\b|\b\d+:\d+\b|"
    r"\d+\.\d+|\bto \d+ ?(?:seconds?|mm|frames?|percent|%)"
)
ORDINAL = re.compile(
    rf"\b(?:the )?({'|'.join(ORDINALS)}|last|final|opening|closing|\d{{1,2}}(?:st|"
    r"nd|rd|th)) (?:shot|one|frame of the film|image)\b"
    rf"(?! (?:frame|half|second))|^(?:the )?(last|first)$|\bthe (opening)$"
)
ONWARDS = re.compile(
    r"\b(?:everything|all|every shot|each shot|all (?:the )?shots|the shots|shots) "
    r"(after|before|from) (?:shot )?(\d{1,3})(?! (?:seconds?|frames?|to|and)\b)"
)
SHOWN = re.compile(
    r"\b(?:the|that) ((?:[a-z'-]+ ){1,3})(?:shot|one|image|bit|moment|picture|insert|close-up|"
    r"cutaway|wide)\b(?! (?:size|list|number))"
)
SHOWING = re.compile(
    r"\b(?:the|that) (?:shot|one|image|bit|moment|part|picture|insert|close-up) (?:of|with|where|"
    r"when|"
    r"in which|that has|showing) (.+?)(?=$|[,;:]| (?:to|before|after|at|and|should|is|needs|gets|"
    r"a bit|"
    r"can|in|please|\w{3,}er)\b)"
)
FIRST_FEW = re.compile(r"\b(?:the )?(first|last|final) (\d{1,2})(?: shots?\b|$)")
PART = re.compile(
    r"\bthe (first half|second half|last half|middle(?: third|"
    r" part)?)\b(?! of (?:the )?(?:shot|frame))"
)
SECOND_LAST = re.compile(
    r"\b(?:second[- ]to[- ]last|second[- ]last|last but 1|(?:shot|one|1) before (?:the )?last(?: "
    r"one| shot)?|penultimate|next[- ]to[- ]last)\b"
)
EVERYTHING = re.compile(
    r"\b(?:everything|everywhere|all (?:of )?(?:the |my )?(?:shots|scenes|of (?:it|"
    r"them)|film)|every (?:single )?shot|each shot|"
    r"the (?:whole|entire) (?:film|thing|movie|cut|piece)|whole (?:film|thing|"
    r"movie)|(?:the|this) (?:film|movie)|"
    r"throughout|overall|across the board|all (?:shots|scenes)|every scene|all)\b"
)
EXCEPT = re.compile(
    r"\b(?:except(?: for)?|but not|apart from|other than|besides|leave out|all but|"
    r"not counting|excluding)\b"
)
SCENE = re.compile(r"\bscenes? (\d{1,3})((?:\s*(?:,|and)\s*\d{1,3})*)")
SCENE_ORDINAL = re.compile(rf"\b(?:the )?({'|'.join(ORDINALS)}|last|final|opening) scene\b")
THIS = re.compile(r"\b(?:this|that|the current) (?:shot|one)\b|\bhere\b|\b(?:this|it|that)\b")
NEIGHBOUR = re.compile(r"\b(?:the )?(next|previous|following|preceding) (?:shot|one)\b")
AROUND = re.compile(r"\bthe (?:one|shot) (before|after|following) (?:shot )?(\d{1,3})\b")

WITHIN = re.compile(r"\b(?:shots? )?\d{1,3} (?:of|in|from) (?:scene|the)\b|\bscene \d+,? shot \d")
"""A number counted inside a scene: "shot 2 of the cabin"."""
BETWEEN = re.compile(r"\bthe (?:one|shot) between (?:shots? )?(\d{1,3}) and (\d{1,3})\b")
BESIDE = re.compile(
    r"\bthe (?:one|shot) (?:right |just )?(before|after|following) "
    r"(the (?!last cut|end\b|cut\b)[\w' -]+?)"
    r"(?= (?:should|could|must|can|needs?|has|have|is|a bit|a touch|by|to be)\b|[,;:]|$)"
)
LOOSE = re.compile(
    r"(?<!\bscene )(?<!\btake )(?<!\bversion )(?<!\bat least )(?<!\babout )(?<!\bby )(?<!\bto )"
    r"(?<!\banother )(?<!\bextra )(?<!\bor )(?<![\w.:/$-])"
    r"(\d{1,3}(?:(?:\s*,\s*(?:and )?|\s*(?:and|&)\s*)\d{1,3})*)"
    r"(?=$|[,;:?]| (?:at|in|by|on|from|and|is|are|should|can|could|a|an|slightly|right|down|"
    r"up|please|again|over|until|so|because|feels?|looks?|too|goes|then|now|back|instead|under|"
    r"be|runs?|lasts?|sits?|stays?|drags?|must|has|have|needs?|wants?|gets?|plays?|ends?|starts?|"
    r"cuts?|without|gone|out|off|much|way|as|"
    r"shorter|longer|darker|brighter|tighter|wider|warmer|cooler|with|into|like)\b)"
)
"""A number with nothing to say what it counts: a shot, when nothing else is named."""
