import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import {
  loadedPaymentProviders,
  type PaymentProviders,
} from "../../../utils/loaded-payment-providers"

type Body = { payment_providers?: { id?: string }[]; count?: number }

/** Medusa lists whatever a region was linked with, also what left the configuration since, and nobody can pay with. */
export function hideGoneProviders(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  const answer = res.json.bind(res)
  res.json = (body) => {
    res.json = answer
    const payments = req.scope.resolve<PaymentProviders>(Modules.PAYMENT)
    return answer(withoutGone(body as Body, loadedPaymentProviders(payments)))
  }
  next()
}

function withoutGone(body: Body, loaded: string[]): Body {
  const { payment_providers: listed, count = 0 } = body
  if (!listed || loaded.length === 0) {
    return body
  }
  const offered = listed.filter(({ id }) => !id || loaded.includes(id))
  const gone = listed.length - offered.length
  return { ...body, payment_providers: offered, count: count - gone }
}
