import { readableOn } from "../readable-on"

it.each([
  ["#1f2937", "#ffffff"],
  ["#dc2626", "#ffffff"],
  ["#fde047", "#111827"],
  ["#FFFFFF", "#111827"],
])("on %s one reads %s", (ground, text) => {
  expect(readableOn(ground)).toBe(text)
})
