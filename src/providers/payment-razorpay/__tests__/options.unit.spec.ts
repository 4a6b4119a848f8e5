import { resolveSuiteOptions } from "../../../config/options"
import RazorpayPaymentProvider from "../service"

const LIVE = { keyId: "rzp_live_abc123", keySecret: "secret" }
const TEST = { ...LIVE, keyId: "rzp_test_abc123" }
const SIMULATOR = {
  ...TEST,
  host: "http://127.0.0.1:12113",
  simulator: true,
}

const resolve = (razorpay: object) => () => resolveSuiteOptions({ razorpay })

const inProduction = () =>
  jest.replaceProperty(process, "env", { NODE_ENV: "production" })

afterEach(() => jest.restoreAllMocks())

describe("the options of Razorpay", () => {
  it("hold the money by default, for a store that has a key", () => {
    const { razorpay } = resolveSuiteOptions({ razorpay: LIVE })
    expect(razorpay).toMatchObject({ capture: false, timeoutMs: 10_000 })
  })

  it.each([
    [{ keyId: "abc" }, "razorpay.keyId: must be a key id"],
    [{ keyId: LIVE.keyId }, "razorpay.keySecret: is required beside keyId"],
    [{ ...LIVE, webhookSecret: "short" }, "razorpay.webhookSecret"],
    [{ ...LIVE, host: "ftp://a.b" }, "razorpay.host: must be an http"],
    [{ ...LIVE, timeoutMs: 5 }, "razorpay.timeoutMs: must be a whole number"],
    [{ ...LIVE, key: 1 }, "razorpay"],
    [
      { ...SIMULATOR, host: "https://a.b" },
      "razorpay.host: must be an address of this machine",
    ],
  ])("refuse %j and name the option", (options, message) => {
    expect(resolve(options)).toThrow(message)
    expect(() => RazorpayPaymentProvider.validateOptions(options)).toThrow(
      message
    )
  })

  it("let no test key and no other host into production, in one line", () => {
    inProduction()
    expect(resolve(LIVE)).not.toThrow()
    expect(resolve(TEST)).toThrow(
      /^medusa-commerce-suite option razorpay\.keyId: is a test key.*set the live key$/
    )
    expect(resolve({ ...LIVE, host: "http://127.0.0.1:1" })).toThrow(
      "razorpay.host: is refused when NODE_ENV is production"
    )
  })

  it("let the demo's simulator on this machine into production", () => {
    inProduction()
    expect(resolve(SIMULATOR)).not.toThrow()
    expect(resolve({ ...SIMULATOR, host: "https://razorpay.example" })).toThrow(
      "razorpay.host: must be an address of this machine"
    )
  })
})
