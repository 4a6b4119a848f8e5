import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { featureOptions, suiteSecret } from "../../../config/suite-options"
import { ORDER_ACCESS_MODULE } from "../../../modules/order-access"
import type OrderAccessModuleService from "../../../modules/order-access/service"
import {
  type GuardedOrder,
  maskedEmail,
  mayReadOrder,
} from "../../../utils/order-access"
import { signedIn } from "../../utils/signed-in"

/** What the storefront read behind the `#` of the mail's link. */
export const ORDER_TOKEN_HEADER = "x-order-token"

/** Medusa has checks of its own for these: a token, or who asked for the transfer. */
const TRANSFER = /^\/transfer\/(?:request|cancel|accept|decline)\/?$/i

async function closedOrder(
  req: MedusaRequest,
  id: unknown
): Promise<GuardedOrder | undefined> {
  const order =
    typeof id === "string" && id
      ? await req.scope
          .resolve<OrderAccessModuleService>(ORDER_ACCESS_MODULE)
          .findOrder(id)
      : undefined
  const token = req.headers[ORDER_TOKEN_HEADER]
  const { openMinutes } = featureOptions("order-access")
  const isOpen =
    !order ||
    mayReadOrder(
      order,
      {
        customerId: signedIn(req),
        token: typeof token === "string" ? token : undefined,
        now: new Date(),
      },
      { secret: suiteSecret(), openMinutes }
    )
  return isOpen ? undefined : order
}

/**
 * In Medusa an order's id is all that anybody needs to read it. Here it is its owner's, its mail's reader's, and for a
 * while after it was placed everybody's who has the id; for all others there is none. What is no order is not its affair.
 */
export async function guardOrder(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  if (!TRANSFER.test(req.path)) {
    await refuseClosed(req, req.params.id)
  }
  next()
}

/** Before somebody sends goods back by an order's id. */
export async function guardOrderOfBody(
  req: MedusaRequest<{ order_id?: unknown }>,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  await refuseClosed(req, req.body?.order_id)
  next()
}

/** @throws NOT_FOUND in Medusa's own words, so that nobody can tell an order that is another's from none */
async function refuseClosed(req: MedusaRequest, id: unknown) {
  const order = await closedOrder(req, id)
  if (order) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order id not found: ${order.id}`
    )
  }
}

/**
 * Any customer may ask for an order's transfer, and Medusa shows them the order at once. Who could not read it is told
 * only what they need to wait for its owner's consent.
 */
export async function hideOrderOfTransfer(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  const order = await closedOrder(req, req.params.id)
  if (order) {
    const send = res.json.bind(res)
    res.json = (body: unknown) =>
      send(hasOrder(body) ? { order: outlineOf(order) } : body)
  }
  next()
}

const hasOrder = (body: unknown) =>
  Boolean((body as { order?: unknown } | null)?.order)

const outlineOf = ({ id, email }: GuardedOrder) => ({
  id,
  email: email && maskedEmail(email),
})
