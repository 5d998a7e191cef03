"""The words a breakdown listens for: data only. Keys are lower-case stems unless said otherwise."""

from __future__ import annotations

from memory.vocabulary import Emotion, Weather


def words_set(words: str) -> frozenset[str]:
    """A set of words from one string of them."""
    return frozenset(words.split())


BIRDS = words_set(
    "crow raven gull seagull pigeon owl heron sparrow bird parrot hen rooster duck goose swan "
    "magpie robin eagle hawk falcon stork jackdaw dove cormorant ворона ворон чайка птица"
)
ANIMALS = words_set(
    "dog cat fox wolf horse donkey mouse rat bear goat sheep cow pig rabbit hare deer monkey "
    "lion tiger frog turtle tortoise otter seal hound puppy kitten mule кот кошка собака пёс "
    "лиса"
)
SHE = words_set(
    "woman girl lady mother mum mom grandmother grandma sister daughter wife queen waitress "
    "actress widow aunt nurse nun princess witch bride niece женщина девушка девочка"
)
HE = words_set(
    "man boy gentleman father dad grandfather grandpa brother son husband king waiter uncle "
    "fisherman policeman monk prince wizard groom nephew guy lad мужчина мальчик старик"
)
SHE_NAMES = words_set(
    "ada agnes alice amy ana anna anne anya beth chloe clara daisy diana ella emily emma "
    "esther eva eve grace hannah helen ida ines iris irma jane joan judith julia kate katya "
    "laura leah lena lily lina lisa lucy maggie mara maria marie martha mary may mei mia mina "
    "mira molly nadia nina nora olga olivia petra rachel rita rosa rose ruth sara sarah sofia "
    "sonia sophie susan tess tilda vera yuki zoe анна мария ольга катя маша"
)
HE_NAMES = words_set(
    "adam albert alex ali anton arthur ben bill bob bruno carl charlie dan daniel david eli "
    "elias felix frank fred george hans harry henry hugo ivan jack jacob james jan joe john "
    "jonas josef karl ken kenji leo leon liam louis luca luis lukas mark martin max michael "
    "milo nico noah omar oscar otto paul pavel pedro peter ravi robert sam samir simon stefan "
    "theo thomas tim tom viktor walter will yusuf иван пётр павел николай"
)
"""Given names; a guess only where the text uses no pronoun."""

PEOPLE = words_set(
    "child kid baby stranger figure driver clerk captain guard officer doctor teacher student "
    "keeper ferryman sailor baker porter conductor passenger soldier singer musician painter "
    "writer thief detective judge barman bartender cook chef mechanic farmer gardener "
    "shepherd neighbour neighbor friend crowd ghost robot customer visitor messenger"
)
THINGS = words_set(
    "pitcher letter key phone lamp lantern boat ferry car train bus door window table chair "
    "box case suitcase bag book photograph photo clock watch bottle glass cup candle knife "
    "rope well bell sign ticket coin ring umbrella radio map mirror piano violin camera "
    "screen computer laptop whiteboard alarm siren tv stone pebble feather"
)

WEATHER: tuple[tuple[str, Weather], ...] = (
    (r"thunder|lightning|\bstorm(?:s|y)?\b|tempest|гроза|шторм|暴风", Weather.STORM),
    (r"drizzl|fine rain|морос", Weather.DRIZZLE),
    (r"\brain(?:s|ing|y|drops?|water)?\b|downpour|puddles?|дожд|雨", Weather.RAIN),
    (r"\bsnow(?:s|y|ing|storm|flakes?|drifts?)?\b|blizzard|снег|雪", Weather.SNOW),
    (r"\bfog\b|foggy|\bmist\b|misty|туман|雾", Weather.FOG),
    (r"heat shimmer|heat haze|scorch|blistering|baking sun|зной", Weather.HEAT),
    (r"dust storm|swirling dust|sandstorm", Weather.DUST),
    (r"\bgale\b|windy|wind (?:tears|howls|pulls|tugs|whips|rattles)|ветер|风", Weather.WIND),
    (r"overcast|grey sky|gray sky|heavy cloud|\bclouds\b", Weather.OVERCAST),
)

MOODS: tuple[tuple[str, str], ...] = (
    (r"scream|blood|terror|\bdark(?:ness)? figure|shadow moves|alarm|siren|breach|panic", "tense"),
    (r"argu|shout|slam|furious|rage|accus|quarrel|glare", "tense"),
    (
        r"weep|\btears\b|\bgraves?\b|funeral|alone|lonely|grief|mourn|goodbye|last time",
        "melancholy",
    ),
    (r"laugh|grin|danc|giggl|joke|cheer|party", "playful"),
    (r"embrace|kiss|tender|smile|gentle|warm|home", "tender"),
    (r"wonder|glow|magic|stars|sea of light", "wondrous"),
    (r"wait|watch(?:es)? the|clock|silence|still|empty", "expectant"),
    (r"run|chase|hurr|race|urgent", "urgent"),
)

EMOTIONS: tuple[tuple[str, Emotion], ...] = (
    (
        r"angr\w*|furious\w*|shout(?:s|ing)?|snap(?:s|ping)|yell(?:s|ing)?|glar(?:es|ing)|bitter(?:ly)?"
        r"|cold(?:ly)|accus\w+|rage[sd]?|slams?",
        Emotion.ANGRY,
    ),
    (r"afraid|scared|fear\w*|trembl\w+|nervous\w*|panic\w*|terrif\w+|alarmed", Emotion.AFRAID),
    (r"surpris\w+|startl\w+|astonish\w+|shock\w*|gasps?|wide-eyed|freezes", Emotion.SURPRISED),
    (r"disgust\w*|revolt\w+|sneers?|winces?", Emotion.DISGUSTED),
    (
        r"smil(?:es|ing|e)|laugh(?:s|ing|ter)?|grin(?:s|ning)?|happ(?:y|ily)|delight\w*|cheer\w*"
        r"|pleased|brightly|joy\w*|amused",
        Emotion.HAPPY,
    ),
    (
        r"cr(?:ies|ying)|weep(?:s|ing)?|tears|sad(?:ly)?|broken|sob(?:s|bing)?|hoarse(?:ly)?|defeated"
        r"|lonely|hollow",
        Emotion.SAD,
    ),
    (
        r"soft(?:ly)?|tender(?:ly)?|gentl[ey]|quiet(?:ly)?|warm(?:ly)?|kind(?:ly)?|loving(?:ly)?"
        r"|whisper(?:s|ing)?",
        Emotion.TENDER,
    ),
)

ACTIONS: tuple[tuple[str, str], ...] = (
    (r"hops?|hopping|bounces?", "hop"),
    (r"fl(?:y|ies|ying)|flaps?|soars?|takes off", "fly"),
    (r"lands?|alights?|settles on", "land"),
    (r"pecks?|preens?", "peck"),
    (r"runs?|running|races?|sprints?|hurr(?:y|ies)|chases?|dashes?|rushes", "run"),
    (r"climbs?|clambers?", "climb"),
    (r"enters?|comes in|steps in(?:to|side)?|arrives?|appears?|ducks in", "enter"),
    (r"exits?|leaves?|walks (?:out|off|away)|goes out|disappears?|steps out", "exit"),
    (r"walks?|walking|steps?|strides?|crosses|wanders?|paces?|approaches|shuffles?|limps?", "walk"),
    (r"sits?(?: down)?|sitting|sinks? into|slumps?", "sit"),
    (r"kneels?|crouches|squats?|bends? down", "crouch"),
    (r"stands? up|rises?|gets up", "stand_up"),
    (r"points?|gestures? (?:at|to)", "point"),
    (r"gives?|hands? (?:over|him|her|it|them|the|a)|offers?|passes|pours?", "give"),
    (r"takes? (?:it|the|a|his|her)|picks?|lifts?|grabs?|carries|holds?|clutches|grips?", "hold"),
    (
        r"drops?|lets? go|lets? \w+ (?:\w+ )?(?:slip|fall)|puts? down|sets? \w+ (?:\w+ )?down",
        "put down",
    ),
    (r"opens?|unlocks?|unfolds?|unwraps?", "open"),
    (r"closes|shuts?|folds?|locks?", "close"),
    (r"pushes|tips?|shoves?|leans? (?:on|against)", "push"),
    (r"slides?", "give"),
    (r"pulls?|tugs?|hauls?|drags?", "pull"),
    (r"drinks?|sips?", "drink"),
    (r"eats?|bites?|chews?", "eat"),
    (r"writes?|types?|draws?|scribbles?", "write"),
    (r"reads?|studies", "read"),
    (r"shrugs?", "shrug"),
    (r"thinks?|considers?|wonders?", "think"),
    (r"nods?", "nod"),
    (r"shakes? (?:his|her|their|its) head", "shake_head"),
    (r"laughs?|giggles?|chuckles?", "laugh"),
    (r"cries|weeps?|sobs?", "cry"),
    (r"waves?", "wave"),
    (r"hugs?|embraces?|kisses", "hug"),
    (r"dances?|spins?", "cheer"),
    (r"sleeps?|dozes?|lies", "lean"),
    (r"falls?|stumbles?|collapses?", "stumble"),
    (r"turns?|spins round|looks? (?:back|away)", "turn"),
    (r"listens?|hears?", "listen"),
    (r"looks? (?:up|at the (?:sky|moon|stars|ceiling))|gazes? up", "look_up"),
    (
        r"looks? (?:down|at (?:the|his|her|its|their) (?:\w+ )?(?:ground|path|floor|table|hands?))",
        "look_down",
    ),
    (r"looks? (?:a?round|about)|searches|scans", "look_around"),
    (r"looks?|watches|stares?|gazes?|glances?|peers?|sees?|eyes", "watch"),
    (r"waits?|stands?|stays?|leans?|hesitates?|stops?|freezes", "stand"),
)

SOUNDS: tuple[tuple[str, str], ...] = (
    (r"plop|splash", "water plop"),
    (r"\bpop\b", "pop"),
    (r"bang|gunshot", "bang"),
    (r"knock", "knock on wood"),
    (r"door|gate", "door"),
    (r"footstep|walks?|strides?|steps?|paces?", "footsteps"),
    (r"runs?\b|running", "running footsteps"),
    (r"thunder|lightning", "thunder"),
    (r"\brain(?:s|ing|drops?)?\b|drizzl", "rain"),
    (r"wind|gale|gust", "wind"),
    (r"fire|crackl|hearth", "fire crackle"),
    (r"bell", "bell"),
    (r"horn|foghorn", "horn"),
    (r"clock|ticks", "clock tick"),
    (r"phone|rings", "phone ring"),
    (r"engine|motor|ferry", "engine hum"),
    (r"train", "train"),
    (r"glass|clink|cups?\b|mugs?\b|teacup", "glass clink"),
    (r"paper|letter|page|envelope|unfold", "paper"),
    (r"gulls?", "gulls"),
    (r"\bcrows?\b.*(?:caw|call)|caws?", "crow caw"),
    (r"wings?|flaps?|flies", "wing flap"),
    (r"waves|harbour|harbor|\bsea\b|lapping|pier|dock", "lapping water"),
    (r"water|river|drip", "water"),
    (r"thud|drops?|sets? .* down|falls", "thud"),
    (r"pebble|gravel|stones?\b", "pebbles"),
    (r"key|lock|latch", "latch"),
    (r"alarm|siren", "alarm"),
    (r"applau|clap", "applause"),
    (r"typ(?:es|ing)|keyboard", "typing"),
    (r"coin", "coin"),
    (r"pours?|kettle|tea\b", "pouring"),
    (r"creak|floorboard|rocks?\b", "wood creak"),
    (r"match\b|strikes a", "match strike"),
    (r"whistle", "whistle"),
    (r"laughs?|laughter", "laughter"),
)

PRACTICALS: tuple[tuple[str, str], ...] = (
    (r"lantern", "lantern"), (r"candle", "candle"), (r"\bfire\b|hearth|stove|fireplace", "fire"),
    (r"street ?lamp|lamppost|street ?light", "street lamp"), (r"\blamps?\b|bulb", "lamp"),
    (r"neon", "neon sign"), (r"screens?\b|monitor|laptop|television|\btv\b", "screen"),
    (r"headlight", "headlights"), (r"moon", "moonlight"),
)  # fmt: skip

SET_PIECES = words_set(
    "table chair bench lamp lantern window door stove fireplace bed desk shelf shelves mirror "
    "clock piano counter bar stool sofa rug candle curtain stairs staircase ladder boat ferry "
    "rowboat oars rope ropes nets crates barrel barrels lamppost pier jetty booth bollard "
    "bridge well wall gate fence tree trees oak pine path road gravel pebbles field wheat "
    "stalks grass flowers river sea harbour harbor lighthouse house cottage roof chimney "
    "church tower car bus train rails platform sign umbrella puddles rocks cliff mountain "
    "hills hill dunes snow stones pitcher kettle cups teapot books whiteboard computers "
    "screens monitors server servers suitcase statue fountain market stall stalls tent barn "
    "windmill graves bicycle mast sail buoy gulls anchor radio phone cabinet"
)

COLOURS = (
    "red", "blue", "green", "yellow", "orange", "purple", "pink", "brown", "black", "white",
    "grey", "gray", "navy", "teal", "crimson", "scarlet", "mustard", "ochre", "olive", "cream",
    "rust", "violet", "turquoise", "maroon", "beige", "tan", "gold", "silver", "plum",
)  # fmt: skip
SAME_COLOUR = {"gray": "grey", "crimson": "red", "scarlet": "red", "maroon": "red",
               "navy": "blue", "ochre": "mustard", "yellow": "mustard", "gold": "mustard",
               "tan": "brown", "beige": "cream", "violet": "purple", "plum": "purple",
               "turquoise": "teal", "olive": "green", "silver": "grey", "white": "cream",
               "orange": "rust"}  # fmt: skip
"""Colour words that read as one another on a small figure."""

COSTUMES = (
    "red", "teal", "mustard", "purple", "green", "cream", "blue", "rust", "grey", "pink", "brown",
    "black",
)  # fmt: skip
"""Main colours far apart, dealt to those whose clothes the script leaves open."""

GARMENTS: dict[str, str] = {
    "coat": "coat", "overcoat": "coat", "jacket": "coat", "raincoat": "coat", "oilskin": "coat",
    "parka": "coat", "cloak": "coat", "cape": "coat", "suit": "coat", "uniform": "coat",
    "robe": "coat", "cardigan": "coat", "jumper": "coat", "sweater": "coat", "hoodie": "coat",
    "tracksuit": "coat", "blazer": "coat", "smock": "coat", "poncho": "coat",
    "shirt": "shirt", "blouse": "shirt", "vest": "shirt", "waistcoat": "shirt", "tunic": "coat",
    "dress": "dress", "gown": "dress", "skirt": "skirt", "apron": "apron", "overalls": "coat",
    "scarf": "accessory", "shawl": "accessory", "tie": "accessory", "gloves": "gloves",
    "hat": "hat", "cap": "hat", "beret": "hat", "hood": "hat", "headscarf": "hat",
    "boots": "shoes", "shoes": "shoes", "trousers": "trousers", "jeans": "trousers",
    "glasses": "glasses", "spectacles": "glasses", "crown": "hat", "helmet": "hat",
}  # fmt: skip
MAIN_PIECES = ("coat", "dress", "shirt", "plumage", "fur")
"""Where a figure's main colour is worn, first found first."""

WEIGHTY = (
    r"never|always|dead|die[ds]?\b|love|leav|secret|truth|sorry|goodbye|knew|know what|father|"
    r"mother|promise|forgiv|remember|stay|alone|afraid|home|wrote|lied?\b|because|last"
)
