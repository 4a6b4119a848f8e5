import fc from "fast-check"
import { clientIp, ipKey, signShopperIp } from "../client-ip"

const NOW = Date.UTC(2026, 10, 21)
const SECRET = "a-storefront-secret"
const ask = (
  headers: Record<string, string>,
  settings: Partial<Parameters<typeof clientIp>[1]> = {},
  socketAddress = "10.0.0.1"
) =>
  clientIp(
    { socketAddress, headers },
    { trustedHops: 0, storefrontIps: [], ...settings },
    NOW
  )

describe("the client's ip", () => {
  // The attack: a new X-Forwarded-For on every request dodges every limit per ip.
  it("is the socket's, whatever is forwarded, when no proxy is trusted", () => {
    fc.assert(
      fc.property(fc.string(), (forwarded) => {
        expect(ask({ "x-forwarded-for": forwarded }).ip).toBe("10.0.0.1")
      })
    )
  })

  // R1.4, the attack: X-Forwarded-For before several proxies.
  it("is what the outermost trusted proxy saw, whatever stands before it (R1.4)", () => {
    fc.assert(
      fc.property(fc.array(fc.ipV4()), (forged) => {
        const forwarded = [...forged, "203.0.113.9", "10.1.1.1"].join(", ")
        const { ip } = ask({ "x-forwarded-for": forwarded }, { trustedHops: 2 })
        expect(ip).toBe("203.0.113.9")
      })
    )
  })

  it("falls back to the socket when the proxy forwarded no address", () => {
    expect(ask({ "x-forwarded-for": "unknown" }, { trustedHops: 1 }).ip).toBe(
      "10.0.0.1"
    )
  })

  it.each([
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["203.0.113.9:4711", "203.0.113.9"],
    ["[2001:DB8::1]:443", "2001:db8::1"],
    ["fe80::1%eth0", "fe80::1"],
  ])("reads %s as %s", (forwarded, expected) => {
    expect(ask({ "x-forwarded-for": forwarded }, { trustedHops: 1 }).ip).toBe(
      expected
    )
  })

  // The attack: one IPv6 customer owns 2^64 addresses.
  it("counts an IPv6 client by its /64", () => {
    expect(ipKey("2001:db8:0:1::1")).toBe("2001:db8:0:1::/64")
    expect(ipKey("2001:db8::1:ffff:ffff:ffff:ffff")).toBe(
      ipKey("2001:db8:0:1::2")
    )
    expect(ipKey("::1")).toBe("0:0:0:0::/64")
  })

  it("tells a storefront's server, for whom no ip is known", () => {
    const settings = { storefrontIps: ["10.0.0.1"] }
    expect(ask({}, settings).isStorefront).toBe(true)
    expect(ask({}, settings, "::ffff:10.0.0.1").isStorefront).toBe(true)
    expect(ask({}, settings, "10.0.0.2").isStorefront).toBe(false)
  })
})

describe("a shopper's ip signed by the storefront", () => {
  const shopper = "198.51.100.4"
  const settings = { storefrontSecret: SECRET, storefrontIps: ["10.0.0.1"] }
  const signed = (signature: string, ip = shopper) =>
    ask({ "x-shopper-ip": ip, "x-shopper-ip-signature": signature }, settings)

  it("is believed", () => {
    expect(signed(signShopperIp(shopper, SECRET, NOW))).toEqual({
      ip: shopper,
      key: shopper,
      isStorefront: false,
    })
  })

  it.each([
    [
      "another secret",
      signShopperIp(shopper, "another-secret-here", NOW),
      shopper,
    ],
    ["another ip", signShopperIp(shopper, SECRET, NOW), "198.51.100.5"],
    [
      "a signature of six minutes ago",
      signShopperIp(shopper, SECRET, NOW - 360_000),
      shopper,
    ],
    [
      "a signature from the future",
      signShopperIp(shopper, SECRET, NOW + 360_000),
      shopper,
    ],
    ["no address at all", signShopperIp("shopper", SECRET, NOW), "shopper"],
    ["rubbish", "t=1,v1=zz", shopper],
  ])("is not believed with %s", (_, signature, ip) => {
    expect(signed(signature, ip).ip).toBe("10.0.0.1")
  })

  it("is not believed where no secret is set", () => {
    const headers = {
      "x-shopper-ip": shopper,
      "x-shopper-ip-signature": signShopperIp(shopper, "", NOW),
    }
    expect(ask(headers).ip).toBe("10.0.0.1")
  })
})
