import { defineConfig } from "@medusajs/framework/utils"
import type { CommerceSuiteOptions } from "../options"
import { withCommerceSuite } from "../with-commerce-suite"

type Config = ReturnType<typeof defineConfig>
type Payment = {
  resolve: string
  options: { retries?: number; providers: { resolve: string; id: string }[] }
}

/** Needs no key, so that it is there unless it is switched off. */
const NO_CASH: CommerceSuiteOptions = { "cash-on-delivery": false }
const STRIPE: CommerceSuiteOptions = {
  ...NO_CASH,
  stripe: { apiKey: "sk_test_1" },
}
const HOSTS_OWN = { resolve: "./src/providers/cash", id: "cash" }

const RAZORPAY: CommerceSuiteOptions = {
  razorpay: { keyId: "rzp_test_1", keySecret: "secret" },
}

const host = (providers: object[] = [HOSTS_OWN]) =>
  defineConfig({
    modules: [
      {
        resolve: "@medusajs/medusa/payment",
        options: { retries: 3, providers },
      },
    ],
  })

const paymentOf = (config: Config) =>
  (config.modules as unknown as Record<string, Payment>).payment as Payment

const idsOf = (config: Config) =>
  paymentOf(config).options.providers.map(({ id }) => id)

describe("Razorpay in a store's configuration", () => {
  it.each([
    ["app", "./src/providers/payment-razorpay"],
    ["plugin", "medusa-commerce-suite/providers/payment-razorpay"],
  ] as const)(
    "is a payment provider beside the others as %s",
    (life, resolve) => {
      const options = { ...RAZORPAY, ...STRIPE }
      const config = withCommerceSuite(host(), options, { life })
      expect(idsOf(config)).toEqual(["cash", "razorpay", "stripe"])
      expect(paymentOf(config).options.providers[1]).toMatchObject({ resolve })
    }
  )

  it("is called the simulator in the demo, so that its payments are nobody else's", () => {
    const demo = {
      "cash-on-delivery": false as const,
      razorpay: {
        ...RAZORPAY.razorpay,
        simulator: true,
        host: "http://127.0.0.1:12112",
      },
    }
    const config = withCommerceSuite(defineConfig({}), demo)
    expect(idsOf(config)).toEqual(["simulator"])
  })

  it.each<CommerceSuiteOptions>([{ razorpay: false }, { razorpay: {} }])(
    "is not there without a key: %j",
    (options) => {
      const config = withCommerceSuite(defineConfig({}), {
        "cash-on-delivery": false,
        ...options,
      })
      expect(paymentOf(config).options?.providers ?? []).toEqual([])
    }
  )
})

describe("Stripe in a store's configuration", () => {
  it.each([
    ["app", "./src/providers/payment-stripe"],
    ["plugin", "medusa-commerce-suite/providers/payment-stripe"],
  ] as const)("is a payment provider as %s", (life, resolve) => {
    const config = withCommerceSuite(defineConfig({}), STRIPE, { life })
    expect(paymentOf(config)).toMatchObject({
      resolve: "@medusajs/medusa/payment",
      options: {
        providers: [
          { resolve, id: "stripe", options: { apiKey: "sk_test_1" } },
        ],
      },
    })
    expect(config.modules).not.toHaveProperty("stripe")
  })

  it.each(["app", "plugin"] as const)(
    "leaves the host's own providers and options alone, however often it is added (%s)",
    (life) => {
      const before = host()
      const once = withCommerceSuite(before, STRIPE, { life })
      const twice = withCommerceSuite(once, STRIPE, { life })
      expect(idsOf(twice)).toEqual(["cash", "stripe"])
      expect(paymentOf(twice).options.retries).toBe(3)
      expect(idsOf(before)).toEqual(["cash"])
      const without = withCommerceSuite(twice, NO_CASH, { life })
      expect(idsOf(without)).toEqual(["cash"])
    }
  )

  it.each<CommerceSuiteOptions>([{}, { stripe: false }, { stripe: {} }])(
    "is not there without an API key: %j",
    (options) => {
      const config = withCommerceSuite(defineConfig({}), {
        ...NO_CASH,
        ...options,
      })
      expect(paymentOf(config).options?.providers ?? []).toEqual([])
    }
  )

  it("is refused beside another provider with its id, with the way out", () => {
    const other = { resolve: "@medusajs/medusa/payment-stripe", id: "stripe" }
    expect(() => withCommerceSuite(host([other]), STRIPE)).toThrow(
      'option stripe: the store\'s configuration has a payment provider with the id "stripe" already; remove that one, or set stripe to false'
    )
  })

  it("does not bring back a payment module that the host switched off", () => {
    const config = defineConfig({})
    const off = { ...config, modules: { ...config.modules, payment: false } }
    const wrapped = withCommerceSuite(off as Config, STRIPE)
    expect(wrapped.modules).toMatchObject({ payment: false })
  })

  it("names a wrong option", () => {
    const wrap = (stripe: object) => () =>
      withCommerceSuite(defineConfig({}), { stripe } as CommerceSuiteOptions)
    expect(wrap({ apiKey: "pk_live_1" })).toThrow(
      "stripe.apiKey: must be a secret key, which begins with sk_ or rk_"
    )
    expect(wrap({ webhookSecret: "secret" })).toThrow("stripe.webhookSecret")
    expect(wrap({ capture: "yes" })).toThrow("stripe.capture")
    expect(wrap({ timeoutMs: 5 })).toThrow("stripe.timeoutMs")
  })
})

describe("a host that is not Stripe's", () => {
  const stripe = {
    apiKey: "sk_test_1",
    host: { protocol: "http" as const, host: "127.0.0.1", port: 12_111 },
  }
  afterEach(() => jest.restoreAllMocks())

  it("is refused in production: payments would go to whoever answers there", () => {
    jest.replaceProperty(process, "env", { NODE_ENV: "production" })
    expect(() => withCommerceSuite(defineConfig({}), { stripe })).toThrow(
      "stripe.host: is refused when NODE_ENV is production"
    )
  })

  it("serves elsewhere", () => {
    const config = withCommerceSuite(defineConfig({}), { ...NO_CASH, stripe })
    expect(idsOf(config)).toEqual(["stripe"])
  })
})

describe("Cash on delivery in a store's configuration", () => {
  it.each([
    ["app", "./src/providers/payment-cash-on-delivery"],
    ["plugin", "medusa-commerce-suite/providers/payment-cash-on-delivery"],
  ] as const)("is a payment provider as %s", (life, resolve) => {
    const config = withCommerceSuite(defineConfig({}), {}, { life })
    expect(paymentOf(config).options.providers).toEqual([
      { resolve, id: "cash-on-delivery" },
    ])
  })

  it("is not there when it is switched off, and goes when it was", () => {
    const on = withCommerceSuite(defineConfig({}), {})
    expect(idsOf(withCommerceSuite(on, NO_CASH))).toEqual([])
  })

  it.each([
    [{ fee: { inr: "49.555" } }, "fee.inr: must have at most 2 digits"],
    [{ fee: { jpy: "0.5" } }, "fee.jpy: must have at most 0 digits"],
    [{ fee: { inr: "-1" } }, 'fee.inr: must be an amount such as "49.50"'],
    [{ fee: { inr: 49 } }, 'fee.inr: must be an amount such as "49.50"'],
    [{ fee: { xxq: "1" } }, "fee.xxq: must be a currency that exists"],
    [{ maximum: { India: "1" } }, "maximum.India: must be the code of a"],
    [
      { minimum: { inr: "10" }, maximum: { inr: "9.99" } },
      "minimum.inr: must not be above the maximum of 9.99",
    ],
    [{ openOrders: 0 }, "openOrders: must be a whole number from 1 to 1000"],
    [{ feeTitle: " " }, "feeTitle: must be a text of 1 to 100 characters"],
    [{ fees: {} }, "fees"],
  ])("names a wrong option: %j", (cash, message) => {
    const options = { "cash-on-delivery": cash } as CommerceSuiteOptions
    expect(() => withCommerceSuite(defineConfig({}), options)).toThrow(
      `cash-on-delivery.${message}`
    )
  })

  it("takes amounts by currency and by region", () => {
    const amounts = { inr: "49.50", kwd: "0.125", reg_01J: "0" }
    const options = { fee: amounts, minimum: amounts, maximum: amounts }
    const config = { "cash-on-delivery": options }
    expect(() => withCommerceSuite(defineConfig({}), config)).not.toThrow()
  })
})
