import { feeMetadata } from "../../../utils/fee-line"
import { type CartLine, planLines, type VariantOffer } from "../plan-lines"

const line = (id: string, fields: Partial<CartLine> = {}): CartLine => ({
  ...{ id, title: "One", product_title: "Lamp", quantity: 1 },
  ...{ variant_id: "lamp", product_id: "prod", metadata: null },
  is_custom_price: false,
  ...fields,
})

const offer = (fields: Partial<VariantOffer> = {}): VariantOffer => ({
  ...{ id: "lamp", is_sold: true, is_in_channel: true, has_price: true },
  ...{ needs: [], is_limited: false },
  ...fields,
})

/** Of whose stock, on the shelf of the given name, a unit takes so many. */
const limited = (shelf: string, units = 1, id = "lamp") =>
  offer({ id, needs: [{ item_id: shelf, units }], is_limited: true })

const plan = (
  older: CartLine[],
  surviving: CartLine[],
  offers = [offer()],
  { has_same_currency = true, stock = {} } = {}
) =>
  planLines({
    ...{ older, surviving, offers, has_same_currency },
    stock: new Map(Object.entries<number>(stock)),
  })

const change = (id: string, quantity: number, quantity_before: number) => ({
  ...{ id, quantity, quantity_before },
})

describe("the lines of an older cart", () => {
  it("move where the variant is new, and add up where it is not", () => {
    expect(plan([line("a", { quantity: 2 })], [])).toEqual({
      ...{ moved: [change("a", 2, 2)], raised: [], left_out: [] },
    })
    expect(plan([line("a", { quantity: 2 })], [line("b")])).toEqual({
      ...{ moved: [], raised: [change("b", 3, 1)], left_out: [] },
    })
  })

  it("that are of one kind among themselves become one", () => {
    const { moved, raised } = plan([line("a"), line("b", { quantity: 4 })], [])
    expect({ moved, raised }).toEqual({
      ...{ moved: [change("a", 5, 1)], raised: [] },
    })
  })

  it("stay apart by metadata, whatever the order of its keys, and by a price of their own", () => {
    const engraved = { a: 1, b: { c: 2 } }
    const same = plan(
      [line("a", { metadata: engraved })],
      [line("b", { metadata: { b: { c: 2 }, a: 1 } })]
    )
    expect(same.raised).toEqual([change("b", 2, 1)])
    const apart = plan(
      [line("a", { metadata: engraved }), line("c", { is_custom_price: true })],
      [line("b", { metadata: {} })]
    )
    expect(apart.moved.map(({ id }) => id)).toEqual(["a", "c"])
  })

  it("are cut to the stock that the other cart leaves, and never take from it", () => {
    const cut = plan(
      [line("a", { quantity: 4 })],
      [line("b", { quantity: 3 })],
      [limited("shelf")],
      { stock: { shelf: 5 } }
    )
    expect(cut.raised).toEqual([change("b", 5, 3)])
    expect(cut.left_out).toMatchObject([
      { variant_id: "lamp", quantity: 2, reason: "out_of_stock" },
    ])
    const none = plan(
      [line("a", { quantity: 4 })],
      [line("b", { quantity: 9 })],
      [limited("shelf")],
      { stock: { shelf: 5 } }
    )
    expect(none).toMatchObject({ moved: [], raised: [] })
    expect(none.left_out).toMatchObject([{ quantity: 4 }])
  })

  // The attack on the shelf: a lamp and a pair of lamps, each promised all that lies there.
  it("of two variants that share an inventory item take from the same stock", () => {
    const offers = [limited("shelf"), limited("shelf", 2, "pair")]
    const pair = line("a", { variant_id: "pair", quantity: 4 })
    const both = plan([pair], [line("b", { quantity: 4 })], offers, {
      stock: { shelf: 9 },
    })
    expect(both.moved).toEqual([change("a", 2, 4)])
    expect(both.left_out).toMatchObject([{ variant_id: "pair", quantity: 2 }])
    const older = plan([pair, line("c", { quantity: 4 })], [], offers, {
      stock: { shelf: 9 },
    })
    expect(older.moved).toEqual([change("a", 4, 4), change("c", 1, 4)])
  })

  it("that need several inventory items go up to the scarcest", () => {
    const kit = offer({
      needs: [
        { item_id: "shade", units: 1 },
        { item_id: "bulb", units: 3 },
      ],
      is_limited: true,
    })
    const { moved } = plan([line("a", { quantity: 5 })], [], [kit], {
      stock: { shade: 4, bulb: 10 },
    })
    expect(moved).toEqual([change("a", 3, 5)])
  })

  it.each([
    ["not_sold", { is_sold: false }],
    ["other_sales_channel", { is_in_channel: false }],
    ["no_price", { has_price: false }],
    ["out_of_stock", { is_limited: true }],
    ["not_sold", { id: "another" }],
  ])("are left out as %s with %j", (reason, fields) => {
    expect(plan([line("a")], [], [offer(fields)])).toEqual({
      ...{ moved: [], raised: [] },
      left_out: [
        { ...{ variant_id: "lamp", title: "Lamp", quantity: 1 }, reason },
      ],
    })
  })

  it("with a price of their own need no other, but the currency that it is in", () => {
    const agreed = [line("a", { is_custom_price: true })]
    const offers = [offer({ has_price: false })]
    expect(plan(agreed, [], offers).moved).toHaveLength(1)
    expect(
      plan(agreed, [], offers, { has_same_currency: false }).left_out
    ).toMatchObject([{ reason: "no_price" }])
  })

  it("that are fees stay behind in silence, and others without a variant are told of", () => {
    const none = { variant_id: null, product_id: null }
    const fee = line("a", {
      ...none,
      metadata: feeMetadata("cash-on-delivery"),
    })
    const service = line("b", { ...none, product_title: null })
    expect(plan([fee, service], [])).toEqual({
      ...{ moved: [], raised: [] },
      left_out: [
        {
          ...{ variant_id: null, title: "One", quantity: 1 },
          reason: "not_sold",
        },
      ],
    })
  })
})
