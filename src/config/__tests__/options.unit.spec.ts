import {
  type CommerceSuiteOptions,
  FEATURE_SLUGS,
  resolveSuiteOptions,
} from "../options"
import { withCommerceSuite } from "../with-commerce-suite"

const refusal = (options: object) => {
  try {
    resolveSuiteOptions(options as CommerceSuiteOptions)
  } catch (error) {
    return error as Error
  }
  throw new Error("The options were taken")
}

const wrap = (input: object, options: CommerceSuiteOptions) =>
  withCommerceSuite(input as Parameters<typeof withCommerceSuite>[0], options)

describe("the suite's options", () => {
  it("all have defaults", () => {
    expect(resolveSuiteOptions({}).testimonials).toMatchObject({
      inviteTtlDays: 30,
    })
  })

  it.each([
    [
      { messages: { merchant: ["owner@shop.test", "nobody"] } },
      "messages.merchant.1: must be an e-mail address such as orders@shop.example.com",
    ],
    [
      { messages: { templates: { "order-lost": "./mine" } } },
      "messages.templates.order-lost: unknown field",
    ],
    [
      { messages: { adminUrl: "/app" } },
      "messages.adminUrl: must be a URL such as https://shop.example.com/app",
    ],
    [
      { messages: { brand: { logoUrl: "http://shop.test/logo.png" } } },
      "messages.brand.logoUrl: must be an https URL",
    ],
    [
      { testimonials: { inviteTtlDays: 0 } },
      "testimonials.inviteTtlDays: must be a whole number from 1 to 365",
    ],
    [
      { testimonials: { inviteTtlDays: "7" } },
      "testimonials.inviteTtlDays: must be a whole number from 1 to 365",
    ],
    [{ testimonials: { colour: "red" } }, "testimonials.colour: unknown field"],
    [
      { testimonial: {} },
      `testimonial: unknown; allowed are general, ${FEATURE_SLUGS.join(", ")}`,
    ],
    [
      { general: { secret: "short" } },
      "general.secret: must be a string of 16 characters or more",
    ],
    [
      { general: { trustedHops: -1 } },
      "general.trustedHops: must be a whole number from 0 to 10",
    ],
    [
      { "rate-limits": { factor: 0 } },
      "rate-limits.factor: must be a number above 0",
    ],
    [
      {
        ...{ jobs: false, facts: false, "payment-transactions": false },
        "digital-products": false,
      },
      "jobs: must not be false, accounts, login-events, messages, payment-webhooks, reconciliation, sessions, sign-in, two-factor would stand still; switch jobs on, or set accounts, login-events, messages, payment-webhooks, reconciliation, sessions, sign-in, two-factor to false too",
    ],
    [
      { files: false },
      "files: must not be false, digital-products would stand still; switch files on, or set digital-products to false too",
    ],
    [
      { jobs: false },
      "jobs: must not be false, accounts, digital-products, facts, login-events, messages, payment-transactions, payment-webhooks, reconciliation, sessions, sign-in, two-factor would stand still; switch jobs on, or set accounts, digital-products, facts, login-events, messages, payment-transactions, payment-webhooks, reconciliation, sessions, sign-in, two-factor to false too",
    ],
  ])(
    "name the wrong one and what is allowed, in one line: %j",
    (options, expected) => {
      const { message, stack } = refusal(options)
      expect(message).toBe(`medusa-commerce-suite option ${expected}`)
      expect(stack).toBe("")
    }
  )

  it("take false for a feature that is off", () => {
    expect(resolveSuiteOptions({ testimonials: false }).testimonials).toBe(
      false
    )
  })
})

describe("the queue", () => {
  it("may be off together with all that needs it", () => {
    const off = {
      jobs: false,
      accounts: false,
      "digital-products": false,
      facts: false,
      "login-events": false,
      messages: false,
      "payment-transactions": false,
      "payment-webhooks": false,
      reconciliation: false,
      sessions: false,
      "sign-in": false,
      "two-factor": false,
    } as const
    expect(resolveSuiteOptions(off)).toMatchObject(off)
  })

  it("stops the boot of a host that switched it off alone, before anything else starts", () => {
    const off = { jobs: false, "payment-transactions": false }
    expect(() =>
      wrap({ plugins: [], modules: {} }, off as CommerceSuiteOptions)
    ).toThrow(/^medusa-commerce-suite option jobs: .*payment-webhooks/)
  })
})

describe("withCommerceSuite", () => {
  const config = { plugins: ["@medusajs/draft-order"], modules: {} }
  it("adds the plugin once, however often it is called, with the last options", () => {
    const once = wrap(config, { testimonials: { inviteTtlDays: 7 } })
    const twice = wrap(once, { testimonials: { inviteTtlDays: 9 } })
    expect(twice.plugins).toHaveLength(2)
    expect(twice.plugins?.[1]).toMatchObject({
      resolve: "medusa-commerce-suite",
      options: { testimonials: { inviteTtlDays: 9 } },
    })
  })

  it("leaves the host's configuration as it was", () => {
    const before = structuredClone(config)
    wrap(config, {})
    expect(config).toEqual(before)
  })
})
