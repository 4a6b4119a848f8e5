import { withEmailVerification } from "../email-verification"
import { type CommerceSuiteOptions, resolveSuiteOptions } from "../options"

const asked = (options: CommerceSuiteOptions, http: object = {}) =>
  withEmailVerification(
    { http } as Parameters<typeof withEmailVerification>[0],
    resolveSuiteOptions(options)
  ).http?.authVerificationsPerActor

const ON = { accounts: { verification: "link" } } as const
const OWN = { auth_provider: "emailpass", entity_type: "email" }

describe("Medusa asks customers to verify their address", () => {
  it("by the option, once, however often the wrapper is called", () => {
    expect(asked({})).toBeUndefined()
    expect(asked({ accounts: false })).toBeUndefined()
    const once = asked(ON)
    expect(once).toEqual({ customer: [OWN] })
    expect(asked(ON, { authVerificationsPerActor: once })).toEqual(once)
  })

  it("beside what the host asks for", () => {
    const user = [OWN]
    const customer = [{ auth_provider: "google", entity_type: "email" }]
    expect(
      asked(ON, { authVerificationsPerActor: { user, customer } })
    ).toEqual({ user, customer: [...customer, OWN] })
  })
})
