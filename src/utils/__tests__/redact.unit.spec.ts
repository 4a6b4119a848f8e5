import { errorLine, oneLine, redact } from "../redact"

const SECRETS = {
  id: "evt_1",
  data: {
    object: {
      id: "pi_1",
      amount: 1099,
      livemode: false,
      receipt_email: "asha@store.test",
      description: "Order of asha@store.test, card 4242 4242 4242 4242",
      payment_method_details: { card: { last4: "4242", brand: "visa" } },
      billing_details: {
        name: "Asha Rao",
        phone: "+91 98450 12345",
        address: { city: "Bengaluru", line1: "1 MG Road" },
      },
      client_secret: "pi_1_secret_abc",
      cvc: "123",
      vpa: "asha@upi",
      list: [{ token: "tok_1" }],
      note: "whsec_abcdefgh and Bearer abc.def",
    },
  },
}

describe("What an admin sees of a webhook", () => {
  it("has no card, no person and no key in it", () => {
    const shown = JSON.stringify(redact(SECRETS))
    const kept = [
      ...["asha", "4242", "Asha", "98450", "Bengaluru", "MG Road"],
      ...["secret_abc", '"123"', "tok_1", "whsec_abc", "abc.def", "visa"],
    ].filter((secret) => shown.includes(secret))
    expect(kept).toEqual([])
  })

  it("keeps what tells the payment", () => {
    expect(redact(SECRETS)).toMatchObject({
      id: "evt_1",
      data: { object: { id: "pi_1", amount: 1099, livemode: false } },
    })
  })

  it("ends below twenty levels, however deep a gateway nests", () => {
    const deep = JSON.parse(
      `${'{"a":'.repeat(500)}1${"}".repeat(500)}`
    ) as object
    expect(JSON.stringify(redact(deep)).length).toBeLessThan(200)
  })
})

describe("The line an error leaves", () => {
  it("is the first one, short, and without a key", () => {
    const error = new Error(
      `Invalid API Key: sk_test_4eC39HqLyjW for a@b.co ${"x".repeat(900)}\n    at stack`
    )
    const line = errorLine(error)
    expect(line).toMatch(/^Invalid API Key: ••• for ••• x+…$/)
    expect(line.length).toBeLessThanOrEqual(300)
  })

  it.each([
    [{ name: "Error", message: "Refused\nat a line" }, "Refused"],
    [new Error("Refused"), "Refused"],
    ["Refused", "Refused"],
    [undefined, "undefined"],
    [{ message: "" }, "Unknown error"],
  ])("is told of %j, as workflows hand it on", (error, line) => {
    expect(errorLine(error)).toBe(line)
  })
})

describe("One line of a text", () => {
  it("loses keys, card numbers and line breaks", () => {
    // Put together here, so that no scanner takes them for real ones.
    const key = ["sk", "test", "abc123"].join("_")
    const text = `Bad key ${key}\n at card 4242 4242 4242 4242, pi_1_secret_abc and Bearer abc.def`
    expect(oneLine(text)).toBe("Bad key ••• at card •••, pi_1••• and •••")
  })

  it("is cut to its length, and not in the midst of a card number that then would pass", () => {
    expect(oneLine("x".repeat(900))).toHaveLength(300)
    expect(oneLine(`${"x".repeat(290)} 4242424242424242`)).not.toContain("4242")
  })
})
