import { CATEGORY_NAMES, categoryOf, OTHER } from "../categories"

describe("the category of a description", () => {
  it.each([
    ["SET OF 6 CHRISTMAS ICICLE T-LIGHTS", "Christmas"],
    ["RED T LIGHT HOLDER", "Candles & Lights"],
    ["PINK DIAMANTE EARRINGS", "Jewellery"],
    ["SMALL SPOTTY GIFT BAG", "Gift Wrap & Cards"],
    ["JUMBO BAG RED RETROSPOT", "Bags & Purses"],
    ["RED SPOTTY TEA TOWELS", "Kitchen & Dining"],
    ["BLUE GLASSES", OTHER],
    ["INFLATABLE POLITICAL GLOBE", OTHER],
  ])("%p is %p", (description, category) => {
    expect(categoryOf(description)).toBe(category)
  })

  it("knows a handful of groups, not a jungle", () => {
    expect(CATEGORY_NAMES.length).toBeGreaterThanOrEqual(12)
    expect(CATEGORY_NAMES.length).toBeLessThanOrEqual(21)
  })
})
