import { configManager } from "@medusajs/framework/config"
import { MedusaError } from "@medusajs/framework/utils"
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
  const { database: _, ...source } = moduleOptions()
  const key = moduleOptions()
  const known = resolvedBySource.get(key)
  if (known) {
    return known
  }
  const resolved = resolveSuiteOptions(source)
  resolvedBySource.set(key, resolved)
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

/** The options of a feature that is on. Called only from files that are skipped when it is off. */
export function featureOptions<Slug extends FeatureSlug>(
  slug: Slug
): Exclude<ResolvedSuiteOptions[Slug], false> {
  const options = suiteOptions()[slug]
  if (options === false) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `The feature ${slug} is switched off`
    )
  }
  return options as Exclude<ResolvedSuiteOptions[Slug], false>
}
