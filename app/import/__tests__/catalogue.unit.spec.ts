import { type Line, readCatalogue, stockFor } from "../catalogue"

const line = (
  StockCode: string,
  Description: string | null,
  Quantity: number,
  Price: number
): Line => ({ StockCode, Description, Quantity: BigInt(Quantity), Price })

describe("the catalogue in a file of invoice lines", () => {
  it("takes the most frequent description and price, and adds up what was sold", () => {
    const { products } = readCatalogue([
      line("85123A", "WHITE HANGING HEART", 26, 2.95),
      line("85123A", "WHITE HANGING HEART", 26, 2.95),
      line("85123a ", "HEART WHITE", 13, 5.5),
      line("85123A", "WHITE HANGING HEART", -13, 2.95),
      line("85123A", "damaged", -500, 0),
    ])
    expect(products).toEqual([
      {
        code: "85123A",
        title: "White Hanging Heart",
        handle: "white-hanging-heart-85123a",
        category: "Decoration",
        pence: 295,
        stock: 4,
      },
    ])
  })

  it("takes the lower of two prices that were asked equally often", () => {
    const { products } = readCatalogue([
      line("22041", "RECORD FRAME", 1, 4.21),
      line("22041", "RECORD FRAME", 1, 2.1),
    ])
    expect(products[0]?.pence).toBe(210)
  })

  it("takes prices that a float misses by a hair as one price in whole pence", () => {
    const { products } = readCatalogue([
      line("22041", "RECORD FRAME", 1, 0.1 + 0.2),
      line("22041", "RECORD FRAME", 1, 0.3),
      line("22041", "RECORD FRAME", 1, 0.29),
    ])
    expect(products[0]?.pence).toBe(30)
  })

  it("tells why a code is no product, and counts every line once", () => {
    const catalogue = readCatalogue([
      line("22041", "RECORD FRAME", 1, 2.1),
      line("POST", "POSTAGE", 1, 18),
      line("m", "Manual", 1, 3),
      line("gift_0001_80", "Dotcomgiftshop Gift Voucher", 1, 69.56),
      line("TEST001", "This is a test product.", 1, 4.5),
      line("ADJUST", "Adjustment by john", 1, 30),
      line("21646", null, -50, 0),
      line("35956", "lost", -5, 0),
      line("PADS", "PADS TO MATCH ALL CUSHIONS", 1, 0.001),
    ])
    expect(catalogue.products.map(({ code }) => code)).toEqual(["22041"])
    expect(catalogue.skipped).toEqual(
      expect.arrayContaining([
        {
          reason: "postage, fee, discount, sample or manual entry",
          codes: 2,
          lines: 2,
        },
        { reason: "gift voucher", codes: 1, lines: 1 },
        { reason: "test entry", codes: 1, lines: 1 },
        { reason: "stock adjustment", codes: 1, lines: 1 },
        {
          reason: "no description but empty ones and clerks' notes",
          codes: 2,
          lines: 2,
        },
        { reason: "no price of a penny or more", codes: 1, lines: 1 },
      ])
    )
    const left = catalogue.skipped.reduce((sum, { lines }) => sum + lines, 0)
    expect(catalogue.productLines + left).toBe(catalogue.lines)
  })

  it.each([
    [520, 40],
    [1, 1],
    [0, 1],
    [-30, 1],
  ])("keeps for %p units sold in a year %p in stock", (sold, stock) => {
    expect(stockFor(sold)).toBe(stock)
  })
})
