import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { featureOptions, hasEmailCodes } from "../../config/suite-options"
import { isKnownActor } from "../../modules/two-factor/factors-sql"
import type { Duty } from "../../modules/two-factor/service"
import type { TwoFactorState } from "../../types/two-factor"
import { isFresh, twoFactorOf } from "./fresh-factor"

/** What the store's policy asks of whoever sent a request; nothing where a second factor is their own choice. */
export async function dutyOf(
  req: AuthenticatedMedusaRequest
): Promise<Duty | undefined> {
  const options = featureOptions("two-factor")
  const {
    actor_type: type,
    actor_id: id,
    auth_identity_id: identityId,
  } = req.auth_context ?? {}
  const policy = { user: options.admins, customer: options.customers }
  return id && isKnownActor(type) && policy[type] === "required"
    ? twoFactorOf(req).findDuty(identityId, { type, id }, options.graceDays)
    : undefined
}

/** For the pages where somebody sets up their second factor. */
export async function twoFactorStateOf(
  req: AuthenticatedMedusaRequest
): Promise<TwoFactorState> {
  const { auth_identity_id: identityId } = req.auth_context
  const [factors, recovery_codes, is_fresh, duty] = await Promise.all([
    req.scope
      .resolve(Modules.AUTH)
      .listAuthMfa({ auth_identity_id: identityId, status: "enabled" }),
    twoFactorOf(req).countRecoveryCodes(identityId),
    isFresh(req),
    dutyOf(req),
  ])
  return {
    methods: factors.map(({ provider }) => provider),
    offered: ["totp", ...(hasEmailCodes() ? ["email"] : [])],
    ...{ recovery_codes, is_fresh, is_required: duty !== undefined },
    due_at: duty && !duty.has_factor ? duty.due_at.toISOString() : null,
  }
}
