import { configManager } from "@medusajs/framework/config"
import { MedusaError } from "@medusajs/framework/utils"
import { deriveSecret } from "./derive-secret"
import { offersEmailCodes } from "./email-codes"
import {
  type FeatureSlug,
  type ResolvedSuiteOptions,
  resolveSuiteOptions,
} from "./options"

const resolvedBySource = new WeakMap<object, ResolvedSuiteOptions>()

/**
 * The suite's options at run time, the same in both lives: a plugin's modules all get
 * the plugin's options, and the app gives its modules the same object.
 */
export function suiteOptions(): ResolvedSuiteOptions {
  const source = moduleOptions()
  const known = resolvedBySource.get(source)
  if (known) {
    return known
  }
  const { database: _, ...suite } = source
  const resolved = resolveSuiteOptions(suite)
  resolvedBySource.set(source, resolved)
  return resolved
}

function moduleOptions(): Record<string, unknown> {
  const suiteModule = configManager.config.modules?.["rate_limits"]
  const options =
    typeof suiteModule === "object" && "options" in suiteModule
      ? suiteModule.options
      : undefined
  return (options as Record<string, unknown> | undefined) ?? NO_OPTIONS
}

const NO_OPTIONS = {}

/**
 * For `defineFileConfig`: tells whether a feature is switched off.
 * @example defineFileConfig({ path: __filename, isDisabled: isOff("testimonials") })
 */
export function isOff(slug: FeatureSlug): () => boolean {
  return () => suiteOptions()[slug] === false
}

/**
 * What signs the suite's own links and tokens. Without the option it follows from Medusa's
 * secret, never from a constant.
 */
export function suiteSecret(): string {
  const { jwtSecret } = configManager.config.projectConfig.http
  return deriveSecret(suiteOptions().general.secret, jwtSecret)
}

/** Whether second factors by e-mail prove anything in this store. */
export const hasEmailCodes = () => offersEmailCodes(suiteOptions())

/** The options of a feature that is on. Called only from files that are skipped when it is off. */
export function featureOptions<Slug extends FeatureSlug>(
  slug: Slug
): Exclude<ResolvedSuiteOptions[Slug], false> {
  // The options of all features together are more than TypeScript compares.
  const options: unknown = suiteOptions()[slug]
  if (options === false) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `The feature ${slug} is switched off`
    )
  }
  return options as Exclude<ResolvedSuiteOptions[Slug], false>
}
