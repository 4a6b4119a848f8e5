import type { defineConfig } from "@medusajs/framework/utils"
import { Modules } from "@medusajs/framework/utils"
import { CASH_ON_DELIVERY } from "../utils/cash-on-delivery"
import { optionError } from "../utils/options"
import { type Life, PACKAGE_NAME } from "./life"
import type { ResolvedSuiteOptions } from "./options"

type ModulesConfig = ReturnType<typeof defineConfig>["modules"]
type Provider = { resolve: unknown; id?: string; options?: object }

const PAYMENT_MODULE = "@medusajs/medusa/payment"

const resolveIn = (life: Life, name: string) =>
  life === "app"
    ? `./src/providers/${name}`
    : `${PACKAGE_NAME}/providers/${name}`

/** The suite's payment providers that the options switch on. */
function chosenProviders(
  { razorpay, stripe, "cash-on-delivery": cash }: ResolvedSuiteOptions,
  life: Life
): Provider[] {
  const chosen = [
    cash && { name: "payment-cash-on-delivery", id: CASH_ON_DELIVERY },
    razorpay &&
      razorpay.keyId && {
        name: "payment-razorpay",
        id: razorpay.simulator ? "simulator" : "razorpay",
        options: razorpay,
      },
    stripe &&
      stripe.apiKey && {
        name: "payment-stripe",
        id: "stripe",
        options: stripe,
      },
  ]
  return chosen
    .filter((provider) => typeof provider === "object")
    .map(({ name, ...provider }) => ({
      resolve: resolveIn(life, name),
      ...provider,
    }))
}

/** What the host configured stays; what an earlier call of the wrapper added goes. */
function hostProviders(options: object, life: Life): Provider[] {
  const given = "providers" in options ? options.providers : undefined
  const providers = Array.isArray(given) ? (given as Provider[]) : []
  const ours = resolveIn(life, "payment-")
  return providers.filter(
    ({ resolve }) => typeof resolve !== "string" || !resolve.startsWith(ours)
  )
}

function refuseSameId(host: Provider[], ours: Provider[]) {
  const taken = ours.find(({ id }) => host.some((other) => other.id === id))
  if (taken) {
    throw optionError(
      `${taken.id}: the store's configuration has a payment provider with the id "${taken.id}" already; remove that one, or set ${taken.id} to false`
    )
  }
}

/**
 * Registers the suite's payment providers with Medusa's payment module, beside those of
 * the host and in both lives.
 */
export function withPaymentProviders(
  modules: ModulesConfig,
  options: ResolvedSuiteOptions,
  life: Life
): ModulesConfig {
  const given: unknown = modules?.[Modules.PAYMENT]
  if (given === false) {
    return modules
  }
  const payment = typeof given === "object" && given ? given : {}
  const known =
    "options" in payment && payment.options ? (payment.options as object) : {}
  const host = hostProviders(known, life)
  const ours = chosenProviders(options, life)
  refuseSameId(host, ours)
  const isUntouched = ours.length === 0 && !("providers" in known)
  if (isUntouched) {
    return modules
  }
  return {
    ...modules,
    [Modules.PAYMENT]: {
      resolve: PAYMENT_MODULE,
      ...payment,
      options: { ...known, providers: [...host, ...ours] },
    },
  }
}
