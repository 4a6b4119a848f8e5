import { sumPerLevel } from "../guard-stock"

const line = (item: string, quantity: number, allow_backorder = false) => ({
  inventory_item_id: item,
  location_id: "here",
  quantity,
  allow_backorder,
})

it("every line asks for the sum of its stock, and those of other stock are left alone", () => {
  const summed = sumPerLevel([line("lamp", 1), line("lamp", 2), line("rug", 1)])
  expect(summed.map(({ quantity }) => Number(quantity))).toEqual([3, 3, 1])
})

it("the same item elsewhere is another stock", () => {
  const elsewhere = { ...line("lamp", 1), location_id: "there" }
  const summed = sumPerLevel([line("lamp", 1), elsewhere])
  expect(summed.map(({ quantity }) => Number(quantity))).toEqual([1, 1])
})

it("lines that may be backordered take nothing from the others", () => {
  const summed = sumPerLevel([line("lamp", 5, true), line("lamp", 1)])
  expect(summed.map(({ quantity }) => Number(quantity))).toEqual([5, 1])
})
