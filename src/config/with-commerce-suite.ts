import type { defineConfig } from "@medusajs/framework/utils"
import {
  type CommerceSuiteOptions,
  FEATURE_SLUGS,
  resolveSuiteOptions,
} from "./options"

export const PACKAGE_NAME = "medusa-commerce-suite"

type MedusaConfig = ReturnType<typeof defineConfig>

type Life = {
  /** "app" is the suite's own store, whose modules lie in `./src`; every other store has it as a plugin. */
  life?: "app" | "plugin"
}

/**
 * Adds the suite to a Medusa configuration. Calling it again replaces the options.
 *
 * @param config - what `defineConfig` returned
 * @param options - the suite's options, keyed by feature slug
 * @throws one line that names a wrong option and what is allowed
 * @example
 * export default withCommerceSuite(defineConfig({ projectConfig: {…} }), {
 *   general: { secret: process.env.SUITE_SECRET },
 *   testimonials: { inviteTtlDays: 14 },
 * })
 */
export function withCommerceSuite(
  config: MedusaConfig,
  options: CommerceSuiteOptions = {},
  { life = "plugin" }: Life = {}
): MedusaConfig {
  const resolved = resolveSuiteOptions(options)
  if (life === "app") {
    return {
      ...config,
      modules: { ...config.modules, ...appModules(resolved) },
    }
  }
  const others = (config.plugins ?? []).filter(
    (plugin) =>
      (typeof plugin === "string" ? plugin : plugin.resolve) !== PACKAGE_NAME
  )
  return {
    ...config,
    plugins: [...others, { resolve: PACKAGE_NAME, options: resolved }],
  }
}

/** A package cannot list itself as a plugin, so as an app it lists its modules; each gets the whole options, as a plugin's would. */
function appModules(options: Record<string, unknown>) {
  return Object.fromEntries(
    FEATURE_SLUGS.map((slug) => [
      slug.replaceAll("-", "_"),
      { resolve: `./src/modules/${slug}`, options },
    ])
  )
}
