import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { dutyOf } from "./two-factor-state"

/** What the answer's `code` says, so that a page can lead to where one is set up. */
const ENROLMENT_REQUIRED = "two_factor_required"

type Guarded = {
  /** Whether who has none yet may do this all the same. */
  isFree: (method: string, path: string) => boolean
  /** Where one is set up. */
  where: string
}

/**
 * Turns away who must have a second factor and has none, once the days of grace are over.
 * @throws FORBIDDEN with the code `two_factor_required`
 */
export const requireSecondFactor =
  ({ isFree, where }: Guarded) =>
  async (
    req: AuthenticatedMedusaRequest,
    _: MedusaResponse,
    next: MedusaNextFunction
  ) => {
    // As it was sent, not decoded: what is written in an odd way is not free.
    const path = req.originalUrl.split("?", 1)[0] ?? ""
    const duty = isFree(req.method, path.replace(/\/+$/, "").toLowerCase())
      ? undefined
      : await dutyOf(req)
    if (duty && !duty.has_factor && duty.due_at.getTime() <= Date.now()) {
      throw new MedusaError(
        MedusaError.Types.FORBIDDEN,
        `This store asks for a second factor: set one up ${where} first`,
        ENROLMENT_REQUIRED
      )
    }
    next()
  }
