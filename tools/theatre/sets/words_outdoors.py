"""The words that mean a place outside, what stands there and how it is: tables only.

Knows no picture and no place inside.
"""

from __future__ import annotations

OUTDOOR_KINDS: dict[tuple[str, str], str] = {
    ("street", "street"): (
        "street avenue boulevard city town sidewalk pavement downtown crossing crosswalk "
        "neighborhood neighbourhood block parking porch stoop building facade front outside "
        "exterior corner quarter"
    ),
    ("street", "square"): "square plaza courtyard piazza forecourt yard court cloister",
    ("street", "market"): "market bazaar fair fairground marketplace souk",
    ("street", "suburb"): "suburb suburban driveway bungalow cul doorstep backyard residential",
    ("street", "alley"): "alley alleyway lane backstreet passageway backlot slum ghetto dockside",
    ("forest", "forest"): (
        "forest wood woods grove trees clearing thicket rainforest woodland oak glade copse "
        "undergrowth campsite camp"
    ),
    ("forest", "pines"): "pine pines fir firs spruce taiga conifer evergreen larch",
    ("forest", "birches"): "birch birches aspen aspens",
    ("forest", "jungle"): "jungle tropical mangrove palms",
    ("forest", "dead"): "swamp marsh bog dead haunted cursed withered burnt",
    ("field", "field"): (
        "field meadow farm pasture prairie plain plains countryside country path trail "
        "orchard vineyard steppe savanna playground stadium farmland ranch "
        "heathland battlefield"
    ),
    ("field", "wheat"): "wheat corn cornfield barley rye harvest cropland haystack scarecrow",
    ("field", "garden"): "garden lawn greenhouse flowerbed allotment hedge gate",
    ("field", "park"): "park promenade green arboretum zoo picnic",
    ("field", "desert"): "desert dune dunes sahara wasteland oasis badlands",
    ("field", "road"): "road highway roadside motorway crossroads dirt-road track layby",
    ("field", "graveyard"): "graveyard cemetery churchyard grave graves tomb burial",
    ("field", "village"): "village hamlet farmyard well homestead",
    (
        "mountain",
        "peaks",
    ): "mountain mountains peak peaks summit ridge alps alpine highland pass range",
    ("mountain", "hills"): "hill hills hillside valley moor heath slope upland glen",
    ("mountain", "canyon"): "canyon gorge ravine mesa butte gulch",
    ("mountain", "cliff"): "cliff cliffs precipice crag quarry ledge",
    ("mountain", "snowfield"): "snowfield glacier tundra arctic ice iceberg antarctic polar",
    ("mountain", "volcano"): "volcano crater lava volcanic",
    ("mountain", "moon"): "moon space planet mars asteroid lunar galaxy",
    ("shore", "pier"): (
        "pier harbour harbor dock docks quay wharf jetty marina port ferry ship boat deck "
        "boardwalk canal riverside shipyard vessel yacht waterfront"
    ),
    ("shore", "beach"): "beach sand island lagoon cove surf seaside",
    ("shore", "coast"): (
        "coast shore sea ocean lighthouse headland rocks bay seashore waves tide reef "
        "clifftop seacliff"
    ),
    (
        "shore",
        "lake",
    ): "lake river pond stream waterfall creek riverbank lakeside brook dam fjord wetland",
    ("rooftop", "roof"): "rooftop roof rooftops roofs skyline helipad",
    ("rooftop", "terrace"): "terrace balcony veranda loggia patio",
    ("station", "platform"): (
        "station platform railway train tracks rails terminal depot halt tram subway airport"
    ),
}
"""(family, kind) -> words, of the seven families outside."""

GENERIC = frozenset(
    "field street forest wood woods mountain mountains hill hills village country path station "
    "sea shore coast rocks park road building trees sand tracks corner front well lane camp "
    "campsite".split()
)
"""Words that yield to a nearer one beside them: a wheat field is wheat, a pine forest pines."""

OUTDOOR_PIECES: dict[str, str] = {
    "lamp_post": (
        "streetlight streetlights streetlamp streetlamps lamppost lampposts lamp-post "
        "gaslight gaslights lantern lanterns iron"
    ),
    "bench": "bench benches pew seat",
    "sign": "sign signs billboard poster",
    "neon": "neon",
    "bicycle": "bicycle bicycles bike bikes cycle",
    "mailbox": "mailbox postbox letterbox pillarbox",
    "telephone": "telephone phone payphone phonebox callbox",
    "fountain": "fountain fountains statue",
    "clothesline": "clothesline washing laundry",
    "stall": "stall stalls market awning awnings fruit vendor",
    "clock": "clock clocks",
    "luggage": "luggage suitcase suitcases trunk trunks bags baggage",
    "booth": "booth kiosk ticket newsstand hut",
    "bins": "bin bins dustbin dustbins trash garbage dumpster",
    "parasol": "parasol parasols umbrella umbrellas cafe café",
    "tree": "tree trees oak willow",
    "stump": "stump stumps",
    "boulder": "boulder boulders stone",
    "bush": "bush bushes shrub shrubs hedge",
    "fence": "fence fences gate",
    "haystack": "haystack haystacks hay",
    "scarecrow": "scarecrow",
    "cart": "cart carts wagon wheelbarrow carriage",
    "crate": "crate crates boxes cargo",
    "barrel": "barrel barrels cask",
    "tent": "tent tents camp campsite",
    "campfire": "campfire bonfire fire fireside camp campsite",
    "well": "well pitcher trough",
    "signpost": "signpost fingerpost crossroads",
    "grave": "grave graves gravestone gravestones tombstone tombstones headstone",
    "cactus": "cactus cacti",
    "logs": "log logs timber firewood lumber",
    "rowboat": "rowboat rowing dinghy canoe",
    "anchor": "anchor",
    "nets": "net nets lobster fishing",
    "bollard": "bollard bollards rope ropes mooring",
    "boat": "boat boats ferry ship sail trawler yacht",
    "lighthouse": "lighthouse beacon",
    "rocks": "rock rocks boulder cliff stones",
    "house": "house cottage barn farmhouse cabin farm",
    "crates": "crate crates barrel barrels boxes cargo",
    "tank": "tank cistern",
    "antenna": "antenna antennas antennae aerial aerials mast",
    "dish": "dish satellite",
    "chimney": "chimney chimneys",
    "shed": "shed stairhead",
    "train": "train carriage locomotive",
}
"""A set piece's name -> the words that ask for it, outside (a few stand inside too)."""

TRAITS: dict[str, str] = {
    "snowy": "snowy snow snowbound frozen icy winter wintry frosty",
    "autumn": "autumn autumnal october november",
    "narrow": "narrow cramped tight",
    "cobbled": "cobbled cobblestone cobblestones cobbles",
    "old": "old medieval ancient historic victorian gothic",
    "modern": "modern skyscraper skyscrapers downtown metropolis futuristic highrise",
    "tall": "tall towering high",
    "small": "small tiny lonely rural little remote provincial",
    "wet": "wet rainy puddle puddles flooded soaked",
    "misty": "misty foggy mist fog hazy",
    "city": "city urban metropolitan",
    "skyline": "skyline",
    "empty": "empty deserted abandoned",
    "canopy": "canopy",
    "rocky": "rocky craggy",
    "left": "left",
    "right": "right",
}
"""How a place outside is: a trait -> the words that say so; traits travel with the pieces."""
