import { Modules } from "@medusajs/framework/utils"
import type { CommerceSuiteOptions } from "../options"
import { withCommerceSuite } from "../with-commerce-suite"

type Config = Parameters<typeof withCommerceSuite>[0]
type Mfa = { disable_policy?: string; providers: { id: string }[] }

const HOSTS_OWN = { resolve: "./src/providers/sms", id: "sms" }

const config = (mfa: object = {}, jwtSecret: unknown = "supersecret") =>
  ({
    projectConfig: { http: { jwtSecret } },
    plugins: [],
    modules: {
      [Modules.AUTH]: {
        resolve: "@medusajs/medusa/auth",
        options: { mfa: { encryption_key: "key", ...mfa }, providers: [] },
      },
    },
  }) as unknown as Config

const mfaOf = ({ modules }: ReturnType<typeof withCommerceSuite>) =>
  (modules?.[Modules.AUTH] as unknown as { options: { mfa: Mfa } }).options.mfa

const mfaWith = (host: Config, options: CommerceSuiteOptions = {}) =>
  mfaOf(withCommerceSuite(host, options))

const ids = ({ providers }: Mfa) => providers.map(({ id }) => id)

describe("Medusa's second factor, wrapped", () => {
  it("takes a code to be switched off, whatever the host said, and offers codes by e-mail beside the host's own", () => {
    const mfa = mfaWith(
      config({ disable_policy: "session", providers: [HOSTS_OWN] })
    )
    expect(mfa).toMatchObject({
      ...{ encryption_key: "key", disable_policy: "challenge" },
    })
    expect(ids(mfa)).toEqual(["sms", "email"])
  })

  it("is the same when it is wrapped twice", () => {
    const twice = withCommerceSuite(withCommerceSuite(config()))
    expect(ids(mfaOf(twice))).toEqual(["email"])
  })

  // The trap: an account whose method has no provider cannot sign in at all.
  it("proves nothing by e-mail where that is not wished, or where no mail goes out, and keeps nobody out", () => {
    const off = [{ id: "email", options: { isOff: true } }]
    const unwished = { "two-factor": { emailCodes: false } }
    expect(mfaWith(config(), unwished).providers).toMatchObject(off)
    expect(mfaWith(config(), { messages: false }).providers).toMatchObject(off)
    expect(mfaWith(config(), { "two-factor": false })).toEqual({
      ...{
        encryption_key: "key",
        providers: [expect.objectContaining(off[0])],
      },
    })
  })
})
