import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import type { StoreCreateTestimonialType } from "./validators"

/**
 * Settles whose e-mail address a submission carries: a signed-in customer's is the
 * account's, whatever the body says; a guest without an invite must give one.
 */
export async function requireSubmitterEmail(
  req: AuthenticatedMedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  const body = req.validatedBody as StoreCreateTestimonialType
  const customerId = req.auth_context?.actor_id
  if (customerId) {
    const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "customer",
      fields: ["email"],
      filters: { id: customerId },
    })
    body.email = data[0]?.email?.toLowerCase()
  } else if (!body.email && !body.invite_token) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Invalid request: email: is required from a guest"
    )
  }
  next()
}
