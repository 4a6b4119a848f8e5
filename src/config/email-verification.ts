import type { defineConfig } from "@medusajs/framework/utils"
import type { ResolvedSuiteOptions } from "./options"

type ProjectConfig = ReturnType<typeof defineConfig>["projectConfig"]

const OWN = { auth_provider: "emailpass", entity_type: "email" }

/** Has Medusa ask customers with a password to show that their address is theirs; what the host asks for stays. */
export function withEmailVerification(
  projectConfig: ProjectConfig,
  { accounts }: ResolvedSuiteOptions
): ProjectConfig {
  if (!accounts || accounts.verification === "off") {
    return projectConfig
  }
  const { http } = projectConfig
  const { customer = [], ...others } = http?.authVerificationsPerActor ?? {}
  const isAsked = customer.some(
    ({ auth_provider }) => auth_provider === OWN.auth_provider
  )
  return {
    ...projectConfig,
    http: {
      ...http,
      authVerificationsPerActor: {
        ...others,
        customer: isAsked ? customer : [...customer, OWN],
      },
    },
  }
}
