import type { defineConfig } from "@medusajs/framework/utils"
import { type Life, PACKAGE_NAME } from "./life"
import {
  type CommerceSuiteOptions,
  MODULE_SLUGS,
  type ResolvedSuiteOptions,
  resolveSuiteOptions,
} from "./options"
import { withEmailVerification } from "./email-verification"
import { withFileProvider } from "./file-provider"
import { withFulfillmentProviders } from "./fulfillment-providers"
import { withMfaProvider } from "./mfa-provider"
import { withNotificationProviders } from "./notification-providers"
import { withPaymentProviders } from "./payment-providers"
import { withSessionCookie } from "./session-cookie"
import { withTokenLifetime } from "./token-lifetime"

type MedusaConfig = ReturnType<typeof defineConfig>

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
  { life = "plugin" }: { life?: Life } = {}
): MedusaConfig {
  const resolved = resolveSuiteOptions(options)
  const withMfa = withMfaProvider(config, resolved, life)
  const modules = [
    withPaymentProviders,
    withNotificationProviders,
    withFileProvider,
    withFulfillmentProviders,
  ].reduce((known, add) => add(known, resolved, life), withMfa)
  const projectConfig = [
    withTokenLifetime,
    withEmailVerification,
    withSessionCookie,
  ].reduce((known, add) => add(known, resolved), config.projectConfig)
  if (life === "app") {
    return {
      ...config,
      projectConfig,
      modules: { ...modules, ...appModules(resolved) },
    }
  }
  const others = (config.plugins ?? []).filter(
    (plugin) =>
      (typeof plugin === "string" ? plugin : plugin.resolve) !== PACKAGE_NAME
  )
  return {
    ...config,
    projectConfig,
    modules,
    plugins: [...others, { resolve: PACKAGE_NAME, options: resolved }],
  }
}

/** A package cannot list itself as a plugin, so as an app it lists its modules; each gets the whole options, as a plugin's would. */
function appModules(options: ResolvedSuiteOptions) {
  return Object.fromEntries(
    MODULE_SLUGS.map((slug) => [
      slug.replaceAll("-", "_"),
      { resolve: `./src/modules/${slug}`, options },
    ])
  )
}
