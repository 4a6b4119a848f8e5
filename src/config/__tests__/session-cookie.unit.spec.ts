import { resolveSuiteOptions, type CommerceSuiteOptions } from "../options"
import { withSessionCookie } from "../session-cookie"

type Config = Parameters<typeof withSessionCookie>[0]

const HTTPS = { general: { backendUrl: "https://api.shop.test" } }

const cookieOf = (config: object, options: CommerceSuiteOptions) => {
  const { sessionOptions, cookieOptions } = withSessionCookie(
    config as Config,
    resolveSuiteOptions(options)
  )
  return { ...sessionOptions, ...cookieOptions }
}

describe("the session's cookie", () => {
  it("has a host's own name, and goes by https alone, where the store is reached so", () => {
    expect(cookieOf({}, HTTPS)).toEqual({
      ...{ name: "__Host-medusa", secure: true, path: "/", sameSite: "lax" },
      ttl: 12 * 3_600_000,
    })
  })

  it("keeps Medusa's name on a store of this machine, whose http would never bring it back", () => {
    expect(cookieOf({ cookieOptions: { secure: false } }, {})).toEqual({
      ...{ secure: false, sameSite: "lax", ttl: 12 * 3_600_000 },
    })
  })

  it.each([
    [{ cookieOptions: { domain: ".shop.test" } }],
    [{ cookieOptions: { path: "/admin" } }],
    [{ cookieOptions: { secure: false } }],
    [{ sessionOptions: { name: "sid" } }],
  ])("keeps what the host configured: %j", (config) => {
    const cookie = cookieOf(config, HTTPS)
    expect(cookie).toMatchObject({ ...Object.values(config)[0] })
    expect(cookie.name).not.toBe("__Host-medusa")
  })

  it("follows the last options, however often the wrapper is called", () => {
    const once = withSessionCookie({} as Config, resolveSuiteOptions(HTTPS))
    expect(cookieOf(once, { sessions: { cookieHours: 1 } })).toEqual({
      ...{ sameSite: "lax", ttl: 3_600_000 },
    })
  })

  it("is Medusa's without the feature", () => {
    expect(cookieOf({}, { ...HTTPS, sessions: false })).toEqual({})
  })
})
