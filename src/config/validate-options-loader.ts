import type { LoaderOptions } from "@medusajs/framework/types"
import { type CommerceSuiteOptions, resolveSuiteOptions } from "./options"

/**
 * Loader of every module of the suite: a store that lists the plugin without
 * `withCommerceSuite` also stops at boot on a wrong option.
 */
export async function validateOptionsLoader({ options }: LoaderOptions) {
  const { database: _, ...suite } = options ?? {}
  resolveSuiteOptions(suite as CommerceSuiteOptions)
}
