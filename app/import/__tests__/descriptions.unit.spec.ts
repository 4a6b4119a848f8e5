import {
  cleanDescription,
  isStockNote,
  toHandle,
  toTitle,
} from "../descriptions"

describe("the description of a line", () => {
  it.each([
    ["  WHITE   CHERRY LIGHTS ", "WHITE CHERRY LIGHTS"],
    ["*USB Office Mirror Ball", "USB Office Mirror Ball"],
    ["WALL MIRROR , RECT DIAMANTE, PINK/", "WALL MIRROR, RECT DIAMANTE, PINK"],
    [null, ""],
  ])("%p is cleaned to %p", (text, expected) => {
    expect(cleanDescription(text)).toBe(expected)
  })

  it.each(["damages", "lost?", "", "Damaged", "NO STOCK", "?"])(
    "%p is a clerk's note",
    (text) => expect(isStockNote(text)).toBe(true)
  )

  it.each(["RED SPOTTY PLATE", "Dr. Jam's Arouzer Stress Ball", "PING! PLATE"])(
    "%p is a product",
    (text) => expect(isStockNote(text)).toBe(false)
  )

  it.each([
    ["SET/6 RED SPOTTY PAPER CUPS", "Set of 6 Red Spotty Paper Cups"],
    [
      "S/4 IVORY MINI ROSE CANDLE IN BOWL",
      "Set of 4 Ivory Mini Rose Candle in Bowl",
    ],
    ["BLACK+WHITE NECKLACE W TASSEL", "Black + White Necklace with Tassel"],
    [
      "15CM CHRISTMAS GLASS BALL 20 LIGHTS",
      "15cm Christmas Glass Ball 20 Lights",
    ],
    ["CHILD'S T-LIGHT LED TORCH", "Child's T-Light LED Torch"],
    ["ASSTD DES MAGNETS", "Assorted Des Magnets"],
    ["WHITE ROSE C/COVER", "White Rose Cushion Cover"],
    ["THE KING GIFT BAG", "The King Gift Bag"],
    ['LETTER "H" BLING KEY RING', 'Letter "H" Bling Key Ring'],
  ])("%p becomes the title %p", (text, expected) => {
    expect(toTitle(text)).toBe(expected)
  })

  it("gives a handle that is unique and stable because it ends with the stock code", () => {
    expect(toHandle("Child's Mug & Plate, 12cm", "85123A")).toBe(
      "child-s-mug-plate-12cm-85123a"
    )
  })
})
