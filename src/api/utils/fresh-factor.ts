import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { isOff } from "../../config/suite-options"
import { TWO_FACTOR_MODULE } from "../../modules/two-factor"
import type TwoFactorModuleService from "../../modules/two-factor/service"
import { FRESH_SECONDS } from "../../modules/two-factor/service"
import { sessionKeyOf } from "./session-key"

/** What the answer's `code` says, so that a page can ask for a factor and try again. */
const FACTOR_REQUIRED = "second_factor_required"

type StepUp = {
  /** What is done, at the beginning of a sentence: "Inviting admins". */
  what: string
  /** Whether who has no second factor at all, an API key say, is let pass. */
  lenient?: boolean
}

/**
 * The suite's one step-up: lets pass who has shown a second factor within the last 10 minutes, at sign-in or since.
 * A stolen session must not do what cannot be taken back.
 * @throws FORBIDDEN with the code `second_factor_required`
 */
export async function demandFreshFactor(
  req: AuthenticatedMedusaRequest,
  { what, lenient }: StepUp
) {
  if ((await isFresh(req)) || (lenient && !(await hasFactor(req)))) {
    return
  }
  throw new MedusaError(
    MedusaError.Types.FORBIDDEN,
    `${what} needs a second factor of the last 10 minutes: confirm it, or sign in again with one`,
    FACTOR_REQUIRED
  )
}

/** The same as a middleware. */
export const requireFreshFactor =
  (stepUp: StepUp) =>
  async (
    req: AuthenticatedMedusaRequest,
    _: MedusaResponse,
    next: MedusaNextFunction
  ) => {
    await demandFreshFactor(req, stepUp)
    next()
  }

/** Medusa writes into a token when its challenge was passed; what was shown since lies in the ledger. */
export async function isFresh(
  req: AuthenticatedMedusaRequest
): Promise<boolean> {
  const { mfa_challenge_completed_at: at, auth_identity_id: identityId } =
    (req.auth_context ?? {}) as {
      mfa_challenge_completed_at?: string | null
      auth_identity_id?: string
    }
  if (at && Date.now() - new Date(at).getTime() < FRESH_SECONDS * 1000) {
    return true
  }
  const sessionKey = sessionKeyOf(req)
  return identityId && sessionKey && !isOff("two-factor")()
    ? twoFactorOf(req).isProven(identityId, sessionKey)
    : false
}

const hasFactor = async (req: AuthenticatedMedusaRequest) => {
  const { auth_identity_id: identityId } = req.auth_context ?? {}
  return Boolean(identityId) && twoFactorOf(req).hasFactor(identityId)
}

export const twoFactorOf = ({ scope }: AuthenticatedMedusaRequest) =>
  scope.resolve<TwoFactorModuleService>(TWO_FACTOR_MODULE)
