import type { defineConfig } from "@medusajs/framework/utils"
import { Modules } from "@medusajs/framework/utils"
import { type Life, PACKAGE_NAME } from "./life"
import type { ResolvedSuiteOptions } from "./options"

type ModulesConfig = ReturnType<typeof defineConfig>["modules"]
type Provider = { resolve: unknown; id?: string; options?: object }

const FULFILLMENT_MODULE = "@medusajs/medusa/fulfillment"

/** Medusa's own, which is there unless the host configured others. */
const MANUAL: Provider = {
  resolve: "@medusajs/medusa/fulfillment-manual",
  id: "manual",
}

const resolveIn = (life: Life) =>
  life === "app"
    ? "./src/providers/fulfillment-digital"
    : `${PACKAGE_NAME}/providers/fulfillment-digital`

/** Registers who fulfils digital lines with Medusa's fulfillment module, beside the host's own. */
export function withFulfillmentProviders(
  modules: ModulesConfig,
  options: ResolvedSuiteOptions,
  life: Life
): ModulesConfig {
  const given: unknown = modules?.[Modules.FULFILLMENT]
  const resolve = resolveIn(life)
  if (given === false || !options["digital-products"]) {
    return modules
  }
  const module = typeof given === "object" && given ? given : {}
  const known =
    "options" in module && module.options ? (module.options as object) : {}
  const listed =
    "providers" in known && Array.isArray(known.providers)
      ? (known.providers as Provider[])
      : [MANUAL]
  const others = listed.filter((provider) => provider.resolve !== resolve)
  return {
    ...modules,
    [Modules.FULFILLMENT]: {
      resolve: FULFILLMENT_MODULE,
      ...module,
      options: { ...known, providers: [...others, { resolve, id: "suite" }] },
    },
  }
}
