import type { defineConfig } from "@medusajs/framework/utils"
import { Modules } from "@medusajs/framework/utils"
import { offersEmailCodes } from "./email-codes"
import { type Life, PACKAGE_NAME } from "./life"
import type { ResolvedSuiteOptions } from "./options"

type Config = ReturnType<typeof defineConfig>
type Provider = { resolve?: unknown; id?: string; options?: object }
type AuthOptions = { mfa?: { providers?: Provider[] } }

const AUTH_MODULE = "@medusajs/medusa/auth"

const resolveIn = (life: Life) =>
  life === "app"
    ? "./src/providers/auth-mfa-email"
    : `${PACKAGE_NAME}/providers/auth-mfa-email`

/**
 * Registers codes by e-mail beside Medusa's own methods and the host's, and has Medusa ask for a code when a factor is
 * switched off, which it does not by itself. The provider is there even where such codes are not wished: Medusa breaks
 * over a factor that it has no provider of, and nobody who has one could sign in.
 */
export function withMfaProvider(
  { modules }: Partial<Config>,
  options: ResolvedSuiteOptions,
  life: Life
): Config["modules"] {
  const given: unknown = modules?.[Modules.AUTH]
  if (typeof given !== "object" || !given) {
    return modules
  }
  const known = ("options" in given && given.options) || {}
  const { mfa = {} } = known as AuthOptions
  const resolve = resolveIn(life)
  const others = (mfa.providers ?? []).filter(
    (provider) => provider.resolve !== resolve
  )
  const twoFactor = options["two-factor"]
  const isOff = !offersEmailCodes(options)
  return {
    ...modules,
    [Modules.AUTH]: {
      resolve: AUTH_MODULE,
      ...given,
      options: {
        ...known,
        mfa: {
          ...mfa,
          ...(twoFactor && { disable_policy: "challenge" }),
          providers: [...others, { resolve, id: "email", options: { isOff } }],
        },
      },
    },
  }
}
