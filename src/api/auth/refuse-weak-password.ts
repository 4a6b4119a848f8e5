import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { featureOptions } from "../../config/suite-options"
import { passwordFault } from "../../utils/password"

/**
 * Where a password is chosen: at registration, which an invited admin does too, and with the link of a reset mail.
 * Before Medusa's own middlewares, of which one uses that link up.
 */
export function refuseWeakPassword(
  { method, body, params, headers }: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  const { password, email = addressOf(headers.authorization) } = (body ??
    {}) as Record<string, unknown>
  if (method !== "POST" || params.auth_provider !== "emailpass") {
    return next()
  }
  refuseWeak(password, email)
  next()
}

/**
 * @param email - of the account, as far as it is known here
 * @throws INVALID_DATA that says what a password must be
 */
export function refuseWeak(password: unknown, email?: unknown) {
  const { passwordMin: min, passwordMax: max } = featureOptions("sign-in")
  const fault = passwordFault(password, { min, max, email })
  if (fault) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Invalid request: password: ${fault}`
    )
  }
}

/** Whose password a link is for. Nothing is believed of it but that this is no good password for them. */
function addressOf(authorization = ""): unknown {
  const [, claims = ""] = authorization.split(".")
  try {
    const { entity_id } = JSON.parse(
      Buffer.from(claims, "base64url").toString("utf8")
    ) as { entity_id?: unknown }
    return entity_id
  } catch {
    return undefined
  }
}
