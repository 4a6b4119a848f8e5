/**
 * Where a product belongs, told by the words of its description: the first group with a matching word wins,
 * so the particular (Christmas, jewellery) stands before the general (decoration). A word also matches its plural.
 */
const WORD_GROUPS: Record<string, string> = {
  Christmas:
    "advent bauble christmas festive noel pannetone reindeer rudolph santa sleigh snowflake snowman snowmen tinsel xmas yuletide",
  Easter: "bunny bunnies chick easter hen",
  Jewellery:
    "bangle bracelet braclet brooch charm choker diamante earring hair-band hair-comb hair-slide hairclip hairslide jewel jewelled locket necklace neckl pendant tiara",
  "Gift Wrap & Cards":
    "card envelope gift-bag gift-tag gift-box gift-tape giftwrap postcard ribbon tissue wrap wrapping",
  Party:
    "balloon birthday bunting cake-cases confetti doiley doilies garland honeycomb invite napkin paper-cup paper-plate party pennant rosette straw streamer",
  "Toys & Games":
    "bath-duck bingo building-block crayon creepy dinosaur-set domino dominoes flying-disc game glider helicopter jigsaw kaleidoscope ludo magic marbles modelling-clay monster paint-set playhouse puppet puzzle racing-car sandcastle skipping skittles snakes snap soft-toy spinning-top tattoo teddy top-trumps toy",
  "Bags & Purses":
    "backpack bag handbag holdall luggage passport purse rucksack shopper suitcase trolley wallet washbag",
  "Candles & Lights":
    "candelabra candle candleholder candlepot candlestick chandelier lamp lampshade lantern light matches night-light t-light tealight tlight torch votive",
  "Bath & Fragrance":
    "balm bath bathroom flannel fragrance incense joss oil perfume sachet scent scented shower soap sponge",
  Accessories:
    "apron belt bib ear-muff glove hat key-chain key-fob key-ring keyring mitten parasol poncho scarf slipper sock sombrero sunglasses sunhat umbrella",
  "Clocks & Frames": "clock frame mirror photo photoframe picture watch",
  "Kitchen & Dining":
    "baking beaker biscuit bottle bowl breakfast cake cakestand cannister champagne chopstick coaster coffee colander cookie cooking cosy cup cutlery decanter dinner dish egg flask fork fridge fruitbowl goblet jam jar jug kitchen knife lunch milk milkshake mug oven pan pitcher placemat plate platter recipe salad salt saucer scales shot-glass spoon tablecloth tea teapot teaspoon teatowel toastrack tray tumbler wine",
  "Garden & Outdoors":
    "beach bird-feeder birdfeeder birdhouse bucket camping flower-pot garden gardener gardening gnome hammock herb pail picnic plant planter pot secateurs shed sprinkler thermometer trowel watering wheelbarrow windchime windmill windsock",
  Furniture: "bench chair desk dresser pouffe sideboard stool table",
  "Stationery & Craft":
    "album badge blackboard book bookmark calculator calendar chalk chalkboard clip craft crochet decoupage eraser feltcraft folkart hole-punch journal kit knitting letter magnet memo memoboard notebook notepad origami paper paperweight patch pen pencil rubber ruler scissor sewing sketchbook stamp stationery stencil sticker tape writing",
  "Cushions & Textiles":
    "blanket cover curtain cushion doormat doorstop draught fabric filler-pad lace mat pillow quilt rug throw towel warmer",
  Storage:
    "basket bin box cabinet caddy case chest coathanger coathook container crate drawer drawerknob hanger holder hook knob organiser peg rack shelf storage tidy tin trunk tub",
  "Signs & Wall Art": "art doorsign flag plaque poster print sign tile wall",
  "Children & Baby": "baby boy child childrens childs girl kid nursery",
  Decoration:
    "angel artificial bell bird butterfly butterflies daisy decoration decorative doll duck fairy feather felt figure figurine flower hanging heart mobile ornament rabbit rose shell star statue toadstool tree trinket vase wreath",
}

export const OTHER = "Other"

export const CATEGORY_NAMES = [...Object.keys(WORD_GROUPS), OTHER]

const toPattern = (words: string) =>
  new RegExp(
    `\\b(?:${words
      .split(" ")
      .map((word) => word.replaceAll("-", "[ -]"))
      .join("|")})(?:e?s)?\\b`
  )

const PATTERNS = Object.entries(WORD_GROUPS).map(
  ([name, words]) => [name, toPattern(words)] as const
)

/** @example categoryOf("RED SPOTTY TEA TOWELS") // "Kitchen & Dining" */
export function categoryOf(description: string): string {
  const text = description.toLowerCase()
  return PATTERNS.find(([, pattern]) => pattern.test(text))?.[0] ?? OTHER
}
