import type { defineConfig } from "@medusajs/framework/utils"
import { presetLimits } from "../modules/sign-in/options"
import type { ResolvedSuiteOptions } from "./options"

type ProjectConfig = ReturnType<typeof defineConfig>["projectConfig"]

/** How long a preset has Medusa's tokens live, unless the host says so itself. */
export function withTokenLifetime(
  projectConfig: ProjectConfig,
  { "sign-in": signIn }: ResolvedSuiteOptions
): ProjectConfig {
  const lifetime = signIn && presetLimits(signIn).tokenLifetime
  return lifetime
    ? {
        ...projectConfig,
        http: { jwtExpiresIn: lifetime, ...projectConfig.http },
      }
    : projectConfig
}
