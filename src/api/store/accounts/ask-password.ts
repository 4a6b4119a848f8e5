import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { isOff } from "../../../config/suite-options"
import type { PasswordLogin } from "../../../modules/accounts/service"
import {
  accountsOf,
  inAccountsTurn,
} from "../../../workflows/accounts/service-of"
import { passwordCounts } from "../../auth/failure-counts"
import { knownBrowser } from "../../auth/known-browser"
import { beginAttempt } from "../../utils/attempts"
import { answerTooMany } from "../../utils/rate-limit"

const invalid = (message: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message)

/**
 * Does something to the account of a customer who knows its password, one request after another. A wrong one is held
 * against the same counters as at sign-in: a stolen session is no place to guess.
 *
 * @param field - in which the password came
 * @returns nothing when 429 was answered
 * @throws INVALID_DATA for a wrong password, and for an account without one
 */
export async function withPassword<Result, Answer>(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<Answer>,
  { field, password }: { field: string; password: string },
  work: (login: PasswordLogin) => Promise<Result>
): Promise<{ result: Result } | undefined> {
  const { auth_identity_id: identityId } = req.auth_context
  const login = await retrieveLogin(req)
  const attempt = await beginAttempt(req.scope, countsOf(req, login))
  if (!attempt.allowed) {
    answerTooMany(res as MedusaResponse, attempt.retryAfterSeconds)
    return undefined
  }
  let isHeard = false
  try {
    return await inAccountsTurn(req.scope, identityId, async () => {
      const now = await retrieveLogin(req)
      const isRight = await knows(req, now, password)
      isHeard = true
      if (!isRight) {
        throw invalid(`Invalid request: ${field}: is not the password`)
      }
      await attempt.succeed()
      return { result: await work(now) }
    })
  } catch (error) {
    if (!isHeard) {
      await attempt.takeBack()
    }
    throw error
  }
}

/** @throws INVALID_DATA for an account without a password */
export async function retrieveLogin(
  req: AuthenticatedMedusaRequest
): Promise<PasswordLogin> {
  const { auth_identity_id: identityId } = req.auth_context
  const login = await accountsOf(req.scope).findPasswordLogin(identityId)
  if (!login) {
    throw invalid(
      "This account has no password: it signs in with another service"
    )
  }
  return login
}

function countsOf(req: AuthenticatedMedusaRequest, login: PasswordLogin) {
  return isOff("sign-in")()
    ? []
    : passwordCounts(req, {
        account: `emailpass\n${login.entity_id.toLowerCase()}`,
        browser: knownBrowser(req, login.auth_identity_id),
      })
}

/** The provider looks at it, as at sign-in. */
async function knows(
  req: AuthenticatedMedusaRequest,
  { entity_id: email }: PasswordLogin,
  password: string
): Promise<boolean> {
  const { success } = await req.scope
    .resolve(Modules.AUTH)
    .authenticate("emailpass", { body: { email, password } } as never)
  return Boolean(success)
}
