import { readFileSync } from "node:fs"
import path from "node:path"
import {
  backendUrl,
  isLocalHttp,
  readEnvironment,
  suiteOptions,
} from "../environment"

const REQUIRED = {
  DATABASE_URL: "postgres://postgres@localhost:5432/medusa",
  JWT_SECRET: "x".repeat(32),
  COOKIE_SECRET: "x".repeat(32),
  AUTH_MFA_ENCRYPTION_KEY: "x".repeat(32),
  SUITE_SECRET: "x".repeat(32),
  UPLOADS_DIR: "/srv/uploads",
}

describe("the environment", () => {
  it.each(Object.keys(REQUIRED))(
    "refuses production without %s, by name",
    (name) => {
      const source = { NODE_ENV: "production", ...REQUIRED, [name]: "" }
      expect(() => readEnvironment(source, "start")).toThrow(
        `Environment variable ${name} is required when NODE_ENV is production`
      )
      expect(() => readEnvironment(source, "build")).not.toThrow()
    }
  )

  it.each([
    ["PORT", "none"],
    ["REDIS_URL", "localhost:6379"],
    ["JWT_SECRET", "short"],
    ["TRUSTED_PROXY_HOPS", "-1"],
    ["DEMO", "perhaps"],
    ["BACKEND_URL", "shop"],
    ["UPLOADS_DIR", "uploads"],
    ["CASH_ON_DELIVERY_FEE", "49"],
    ["CASH_ON_DELIVERY_MAXIMUM", "inr:1,,kes:2"],
  ])("names %s when it is %s", (name, value) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(name)
  })

  it("drops Secure from cookies only for http on this machine", () => {
    expect(isLocalHttp("http://localhost:9000")).toBe(true)
    expect(isLocalHttp("http://127.0.0.1")).toBe(true)
    expect(isLocalHttp("https://localhost")).toBe(false)
    expect(isLocalHttp("http://localhost.evil.test")).toBe(false)
    expect(isLocalHttp("http://shop.test")).toBe(false)
  })

  // The attack: reading other people's tokens in the admin of a store that is open to all.
  it("opens the local mailbox for the demo on this machine, and else leaves it to NODE_ENV", () => {
    const openMailbox = (source: Record<string, string>) => {
      const { messages } = suiteOptions(readEnvironment(source))
      return messages && messages.openMailbox
    }
    expect(openMailbox({ DEMO: "true" })).toBe(true)
    expect(openMailbox({})).toBeUndefined()
    const BACKEND_URL = "https://shop.test"
    expect(openMailbox({ DEMO: "true", BACKEND_URL })).toBeUndefined()
  })

  it("has no S3 without a word of it, and all that was said of half of one", () => {
    const s3Of = (source: Record<string, string>) =>
      suiteOptions(readEnvironment(source)).files
    expect(s3Of({})).toMatchObject({ s3: undefined })
    expect(s3Of({ S3_BUCKET: "shop", S3_ACL: "false" })).toMatchObject({
      s3: { bucket: "shop", acl: false, region: undefined },
    })
  })

  it("builds addresses and options", () => {
    const environment = readEnvironment({
      PORT: "9100",
      SUITE_FEATURES_OFF: "testimonials, ",
    })
    expect(backendUrl(environment)).toBe("http://localhost:9100")
    expect(suiteOptions(environment)).toMatchObject({ testimonials: false })
  })

  it.each([
    ["without the demo", { DEMO: "false" }],
    ["where others reach the store", { BACKEND_URL: "https://shop.test" }],
  ])("refuses orders paid with no money %s", (_, source) => {
    const simulator = { RAZORPAY_SIMULATOR: "true", DEMO: "true" }
    const production = { NODE_ENV: "production", ...REQUIRED }
    for (const others of [{}, production]) {
      expect(() =>
        readEnvironment({ ...others, ...simulator, ...source }, "start")
      ).toThrow("Environment variable RAZORPAY_SIMULATOR is only for the demo")
    }
    expect(
      readEnvironment({ ...production, ...simulator }, "start")
    ).toMatchObject({ RAZORPAY_SIMULATOR: true })
  })

  it("reads amounts by currency and region", () => {
    const environment = readEnvironment({
      CASH_ON_DELIVERY_FEE: "inr:49.50, reg_01JABC: 0",
    })
    expect(suiteOptions(environment)["cash-on-delivery"]).toMatchObject({
      fee: { inr: "49.50", reg_01JABC: "0" },
      minimum: undefined,
    })
  })

  it("is described variable by variable in .env.template", () => {
    const read = readFileSync(path.join(__dirname, "../environment.ts"), "utf8")
    const names = [...read.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(
      (match) => match[1]
    )
    const template = readFileSync(
      path.join(__dirname, "../../.env.template"),
      "utf8"
    )
    const missing = names.filter(
      (name) => !new RegExp(`^#? ?${name}=`, "m").test(template)
    )
    expect(names.length).toBeGreaterThan(15)
    expect(missing).toEqual([])
  })
})
