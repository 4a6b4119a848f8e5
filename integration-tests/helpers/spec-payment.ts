import { readFileSync } from "node:fs"
import path from "node:path"
import type { HttpTypes } from "@medusajs/types"
import { type ReadyCart, cartReadyToPay } from "./carts"
import { adminClient } from "./clients"
import { appFolder } from "./environment"
import { expectOk } from "./http"

/** What the gateway does with a payment; "die-…" kills the server as kill -9 would. */
export type Behaviour =
  | "authorize"
  | "capture"
  | "decline"
  | "die-before-authorizing"
  | "die-once-authorized"

export const SPEC_PAYMENT = "pp_spec_spec"

/** A gateway that does what the session's data says, instead of a real one's moods. */
const PROVIDER = `
const { AbstractPaymentProvider, ModuleProvider, Modules } = require("@medusajs/framework/utils")
const { existsSync, writeFileSync } = require("node:fs")
const kill = () => process.kill(process.pid, "SIGKILL")
/** A retry after the restart finds the note of the first try and survives. */
const isFirst = (id) => {
  const note = require("node:path").join(__dirname, id)
  return !existsSync(note) && (writeFileSync(note, ""), true)
}
class SpecPayment extends AbstractPaymentProvider {
  static identifier = "spec"
  async initiatePayment({ data }) { return { id: data.id, data, status: "pending" } }
  async updatePayment({ data }) { return { data, status: "pending" } }
  async authorizePayment({ data }) {
    await new Promise((resolve) => setTimeout(resolve, 30))
    if (data.behaviour === "decline") return { data, status: "error" }
    if (data.behaviour === "die-before-authorizing" && isFirst(data.id)) kill()
    if (data.behaviour === "die-once-authorized" && isFirst(data.id)) setTimeout(kill, data.after)
    return { data, status: data.behaviour === "capture" ? "captured" : "authorized" }
  }
  async capturePayment({ data }) { return { data } }
  async refundPayment({ data }) { return { data } }
  async cancelPayment({ data }) { return { data } }
  async deletePayment({ data }) { return { data } }
  async retrievePayment({ data }) { return { data } }
  async getPaymentStatus() { return { status: "pending" } }
  async getWebhookActionAndData() { return { action: "not_supported" } }
}
exports.default = ModuleProvider(Modules.PAYMENT, { services: [SpecPayment] })
`

const CONFIG = `
const loaded = require("./medusa-config.of-the-app.js")
const config = loaded.default ?? loaded
const { payment } = config.modules
const { options } = typeof payment === "object" ? payment : {}
exports.default = {
  ...config,
  modules: {
    ...config.modules,
    payment: {
      ...(typeof payment === "object" ? payment : {}),
      resolve: "@medusajs/medusa/payment",
      options: {
        ...options,
        providers: [...(options?.providers ?? []), { resolve: "./src/spec-payment", id: "spec" }],
      },
    },
  },
}
`

/** The files that bring the provider into a copy of the app; see `appWith`. */
export const specPaymentFiles = () => ({
  "src/spec-payment/index.js": PROVIDER,
  "medusa-config.js": CONFIG,
  "medusa-config.of-the-app.js": readFileSync(
    path.join(appFolder(), "medusa-config.js"),
    "utf8"
  ),
})

/** Lets the region of a country pay with it. */
export async function offerSpecPayment(url: string, country = "in") {
  const admin = await adminClient({ url })
  const { regions } = await expectOk(
    admin.get<{ regions: HttpTypes.AdminRegion[] }>(
      "/admin/regions?fields=id,*countries,*payment_providers"
    )
  )
  const region = regions.find(({ countries }) =>
    countries?.some(({ iso_2 }) => iso_2 === country)
  )
  const offered = region?.payment_providers?.map(({ id }) => id) ?? []
  await expectOk(
    admin.post(`/admin/regions/${region?.id}`, {
      payment_providers: [...new Set([...offered, SPEC_PAYMENT])],
    })
  )
}

type SpecCart = {
  url: string
  variantId: string
  behaviour: Behaviour
  /** How long after it is authorized the server dies, in milliseconds. @default 20 */
  after?: number
}

/** A cart whose payment will go as told. */
export async function cartThatPays({
  url,
  variantId,
  behaviour,
  after = 20,
}: SpecCart): Promise<ReadyCart> {
  const { sdk, cart } = await cartReadyToPay({ url, variantId })
  await sdk.store.payment.initiatePaymentSession(cart, {
    provider_id: SPEC_PAYMENT,
    data: { id: cart.id, behaviour, after },
  })
  return { sdk, cart }
}
