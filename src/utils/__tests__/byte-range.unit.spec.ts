import { rangeOf } from "../byte-range"

it.each([
  ["bytes=0-0", { start: 0, end: 0 }],
  ["bytes=10-19", { start: 10, end: 19 }],
  ["bytes=90-", { start: 90, end: 99 }],
  ["bytes=90-1000", { start: 90, end: 99 }],
  ["bytes=-10", { start: 90, end: 99 }],
  ["bytes=-1000", { start: 0, end: 99 }],
])("of 100 bytes %s are %j", (header, expected) => {
  expect(rangeOf(header, 100)).toEqual(expected)
})

it.each(["bytes=100-", "bytes=100-200", "bytes=-0"])(
  "of 100 bytes there is no %s",
  (header) => {
    expect(rangeOf(header, 100)).toBe("unsatisfiable")
  }
)

it("of a file without bytes there is no range", () => {
  expect(rangeOf("bytes=0-", 0)).toBe("unsatisfiable")
  expect(rangeOf("bytes=-5", 0)).toBe("unsatisfiable")
})

// The attack: many small ranges of one file in one request, each answered with its own part.
it.each([
  `bytes=${"0-0,".repeat(1000)}1-1`,
  "bytes=0-1,2-3",
  "items=0-1",
  "bytes=9-1",
  "bytes=-",
  "bytes=a-b",
  "bytes=0x1-2",
  `bytes=0-${"9".repeat(400)}`,
  "",
  undefined,
])("takes %s for no range", (header) => {
  expect(rangeOf(header, 100)).toBe("whole")
})
