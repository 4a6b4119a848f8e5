import type { defineConfig } from "@medusajs/framework/utils"
import { Modules } from "@medusajs/framework/utils"
import { deriveSecret } from "./derive-secret"
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
 * Has Medusa ask for a code when a factor is switched off, which it does not by itself, and registers codes by e-mail
 * beside its own methods and the host's.
 */
export function withMfaProvider(
  { modules, projectConfig }: Partial<Config>,
  options: ResolvedSuiteOptions,
  life: Life
): Config["modules"] {
  const given: unknown = modules?.[Modules.AUTH]
  const twoFactor = options["two-factor"]
  if (given === false || !twoFactor) {
    return modules
  }
  const module = typeof given === "object" && given ? given : {}
  const known = ("options" in module && module.options) || {}
  const { mfa = {} } = known as AuthOptions
  const resolve = resolveIn(life)
  const others = (mfa.providers ?? []).filter(
    (provider) => provider.resolve !== resolve
  )
  const secret = secretOf(options, projectConfig?.http?.jwtSecret)
  const ours =
    twoFactor.emailCodes && options.messages
      ? [{ resolve, id: "email", options: { secret } }]
      : []
  return {
    ...modules,
    [Modules.AUTH]: {
      resolve: AUTH_MODULE,
      ...module,
      options: {
        ...known,
        mfa: {
          ...mfa,
          disable_policy: "challenge",
          providers: [...others, ...ours],
        },
      },
    },
  }
}

/** Nothing where there is none yet, as when the store is built: the provider says so when it is loaded. */
const secretOf = (
  { general }: ResolvedSuiteOptions,
  jwtSecret: unknown
): string | undefined =>
  general.secret !== undefined || typeof jwtSecret === "string"
    ? deriveSecret(general.secret, jwtSecret)
    : undefined
