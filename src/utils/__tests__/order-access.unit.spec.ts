/** The attack: an order's id was seen in a log, a link or a screenshot, and whoever has it reads the address in the order. */
import {
  type GuardedOrder,
  maskedEmail,
  mayReadOrder,
  orderToken,
} from "../order-access"

const secret = "a-secret-of-a-spec"
const now = new Date("2026-11-22T12:00:00Z")
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const order: GuardedOrder = {
  id: "order_1",
  customer_id: "cus_1",
  email: "asha@shop.test",
  created_at: now,
}

const may = (
  asking: { customerId?: string; token?: string; at?: Date },
  of = order,
  openMinutes = 30
) =>
  mayReadOrder(
    of,
    {
      customerId: asking.customerId,
      token: asking.token,
      now: asking.at ?? later(31),
    },
    { secret, openMinutes }
  )

describe("an order", () => {
  it("is everybody's for the minutes that the option says, and not one longer", () => {
    expect(may({ at: later(29.9) })).toBe(true)
    expect(may({ at: later(30) })).toBe(false)
    expect(may({ at: now }, order, 0)).toBe(false)
  })

  it("stays its owner's", () => {
    expect(may({ customerId: "cus_1" })).toBe(true)
    expect(may({ customerId: "cus_2" })).toBe(false)
    expect(may({}, { ...order, customer_id: null })).toBe(false)
  })

  it("is open to who has its mail's token, until that ends", () => {
    const token = orderToken(order, later(60), secret)
    expect(may({ token })).toBe(true)
    expect(may({ token, at: later(60) })).toBe(false)
    expect(may({ token }, { ...order, id: "order_2" })).toBe(false)
    expect(may({ token: `${token.slice(0, -1)}!` })).toBe(false)
    expect(may({ token: orderToken(order, later(60), "another-secret") })).toBe(
      false
    )
  })

  it("is closed to its former owner's token once it was transferred", () => {
    const token = orderToken(order, later(60), secret)
    expect(may({ token }, { ...order, customer_id: "cus_2" })).toBe(false)
  })
})

it("an address is masked but for what its owner knows it by", () => {
  expect(maskedEmail("asha@shop.test")).toBe("a***@shop.test")
  expect(maskedEmail("a@b@shop.test")).toBe("a***@shop.test")
  expect(maskedEmail("a@shop.test")).toBe("a***@shop.test")
})
