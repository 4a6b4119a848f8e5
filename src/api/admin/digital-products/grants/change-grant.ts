import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { AdminDigitalGrantResponse } from "../../../../types/digital-products"
import { changeDigitalGrantWorkflow } from "../../../../workflows/digital-products"
import type { AdminChangeDigitalGrantType } from "../validators"

/** For a route that revokes or regrants one unit, with the admin's reason. */
export const changeGrant =
  (action: "regrant" | "revoke") =>
  async (
    req: AuthenticatedMedusaRequest<AdminChangeDigitalGrantType>,
    res: MedusaResponse<AdminDigitalGrantResponse>
  ): Promise<void> => {
    const { result: grant } = await changeDigitalGrantWorkflow(req.scope).run({
      input: {
        ...{ id: req.params.id ?? "", action },
        reason: req.validatedBody.reason,
        by: req.auth_context.actor_id,
      },
    })
    res.json({ grant: grant! })
  }
