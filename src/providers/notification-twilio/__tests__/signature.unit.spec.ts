import { isSignedByTwilio } from "../signature"

/** The vectors of Twilio's documentation and its own libraries. */
const TOKEN = "12345"
const URL_ = "https://mycompany.com/myapp.php?foo=1&bar=2"
const PARAMETERS = {
  CallSid: "CA1234567890ABCDE",
  Caller: "+14158675309",
  Digits: "1234",
  From: "+14158675309",
  To: "+18005551212",
}
const SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8="

const isSigned = ({
  url = URL_,
  parameters = Object.entries(PARAMETERS),
  signature = SIGNATURE as unknown,
  token = TOKEN,
} = {}) =>
  isSignedByTwilio(
    { url, parameters: new URLSearchParams(parameters), signature },
    token
  )

describe("the signature of Twilio's callbacks", () => {
  // The attack: telling the store that a customer answered STOP.
  it.each([
    ["another token", { token: "12346" }],
    ["another address", { url: `${URL_}&baz=3` }],
    ["another host", { url: URL_.replace("mycompany", "yourcompany") }],
    [
      "another value",
      { parameters: Object.entries({ ...PARAMETERS, Digits: "4321" }) },
    ],
    [
      "one parameter more",
      { parameters: Object.entries({ ...PARAMETERS, ErrorCode: "21610" }) },
    ],
    ["one parameter less", { parameters: Object.entries(PARAMETERS).slice(1) }],
    ["another signature", { signature: SIGNATURE.toLowerCase() }],
    ["no signature", { signature: undefined, token: "x" }],
    ["two signatures", { signature: [SIGNATURE] }],
  ])("does not hold for %s", (_, more) => {
    expect(isSigned(more)).toBe(false)
  })

  it("holds for the vector of the documentation, in whatever order it comes", () => {
    expect(isSigned()).toBe(true)
    expect(isSigned({ parameters: Object.entries(PARAMETERS).reverse() })).toBe(
      true
    )
  })

  it("holds for a parameter with several values", () => {
    const parameters = [
      ["Sid", "CA123"],
      ["SidAccount", "AC123"],
      ...["5678", "1234", "1234"].map((digits) => ["Digits", digits]),
    ] as [string, string][]
    const signature = "IK+Dwps556ElfBT0I3Rgjkr1wJU="
    expect(isSigned({ parameters, signature })).toBe(true)
  })

  it("holds with the port, and without it", () => {
    const url = "https://mycompany.com:443/myapp.php?foo=1&bar=2"
    expect(isSigned({ url })).toBe(true)
  })
})
