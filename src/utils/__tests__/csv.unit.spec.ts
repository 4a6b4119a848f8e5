/** The attack: text that a shopper or a gateway chose, run as a formula when the merchant opens the export. */
import { Readable } from "node:stream"
import { text } from "node:stream/consumers"
import fc from "fast-check"
import { csvStream, inertCell } from "../csv"

const NUMBER = /^-?\d+(\.\d+)?$/

const hostile = fc
  .tuple(
    fc.array(fc.constantFrom(" ", "\t", '"', "'", "\u00A0", "\uFEFF", "\n")),
    fc.constantFrom(
      "=",
      "+",
      "-",
      "@",
      "\t",
      "\r",
      "\0",
      "＝",
      "＋",
      "－",
      "＠"
    ),
    fc.string()
  )
  .map(([before, sign, after]) => [...before, sign, after].join(""))

describe("a cell of an export", () => {
  it.each([
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\0=1",
    ' "=1',
    "'=1",
  ])("%j gets a quote before it", (value) =>
    expect(inertCell(value)).toBe(`'${value}`)
  )

  it.each(["-12.50", "0", "10.99", "pay_1", "a=b", "", "5 - 3"])(
    "%j stays as it is",
    (value) => expect(inertCell(value)).toBe(value)
  )

  it("is empty for nothing", () => {
    expect([inertCell(null), inertCell(undefined)]).toEqual(["", ""])
  })

  it("never begins like a formula, however it is disguised", () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const cell = inertCell(value)
        expect(NUMBER.test(cell) || cell.startsWith("'")).toBe(true)
      })
    )
  })

  it("loses nothing but that quote", () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string()), (value) => {
        expect([value, `'${value}`]).toContain(inertCell(value))
      })
    )
  })
})

describe("a CSV file", () => {
  const csvOf = (rows: object[], columns: string[]) =>
    text(Readable.from(rows).pipe(csvStream(columns)))

  it("has a header even without rows", async () => {
    expect(await csvOf([], ["id", "amount"])).toBe("id,amount\r\n")
  })

  it("quotes what would end a cell or a row", async () => {
    const csv = await csvOf([{ a: 'x,"y"', b: "1\n2" }], ["a", "b"])
    expect(csv).toBe('a,b\r\n"x,""y""","1\n2"\r\n')
  })

  it("holds no cell that begins like a formula, and as many cells as it should", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 1 }), async (values) => {
        const csv = await csvOf(
          values.map((a) => ({ a, end: "end" })),
          ["a", "end"]
        )
        const rows = csv.split(/,end\r\n/).slice(1, -1)
        expect(rows).toHaveLength(values.length)
        for (const row of rows) {
          expect(row).toMatch(/^"?'|^"?-?\d/)
        }
      })
    )
  })
})
