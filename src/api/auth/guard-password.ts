import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { featureOptions } from "../../config/suite-options"
import { SIGN_IN_MODULE } from "../../modules/sign-in"
import type SignInModuleService from "../../modules/sign-in/service"
import { beginAttempt } from "../utils/attempts"
import { answerTooMany } from "../utils/rate-limit"
import { passwordCounts } from "./failure-counts"
import { knownBrowser } from "./known-browser"
import { settleAttempt } from "./settle-attempt"

type Credentials = { email: string; password: string }

/** Providers that ask for something else (OAuth's redirects) have nothing that could be guessed here. */
function credentialsIn(body: unknown): Credentials | undefined {
  const { email, password } = (body ?? {}) as Partial<Credentials>
  return typeof email === "string" && typeof password === "string"
    ? { email, password }
    : undefined
}

/** The login that somebody means, and what their attempts are counted by, however they typed its address. */
async function findMeant(req: MedusaRequest, { email }: Credentials) {
  const provider = String(req.params.auth_provider)
  const signIn = req.scope.resolve<SignInModuleService>(SIGN_IN_MODULE)
  const login = await signIn.findLogin(provider, email)
  return { login, account: `${provider}\n${email.toLowerCase()}` }
}

/**
 * Before Medusa looks at a password: counts the attempt, finds the account however its address is typed, and has
 * one that does not exist checked against nobody's, so that the answer takes as long.
 */
export async function guardPassword(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  const credentials = credentialsIn(req.body)
  if (!credentials) {
    return next()
  }
  const { login, account } = await findMeant(req, credentials)
  const identityId = login?.auth_identity_id
  const attempt = await beginAttempt(
    req.scope,
    passwordCounts(req, {
      account,
      browser: knownBrowser(req, identityId),
    })
  )
  if (!attempt.allowed) {
    return answerTooMany(res, attempt.retryAfterSeconds)
  }
  const email = login?.entity_id ?? (await stranger(req, credentials.email))
  const { body } = req
  req.body = { ...(body as object), email }
  settleAttempt(req, res, attempt, { identityId, body })
  next()
}

async function stranger(req: MedusaRequest, email: string) {
  if (req.params.auth_provider !== "emailpass") {
    return email.toLowerCase()
  }
  const signIn = req.scope.resolve<SignInModuleService>(SIGN_IN_MODULE)
  return signIn.decoy(req.scope.resolve(Modules.AUTH))
}

/** As RFC 5321 has it; a longer one is past what the database's index takes. */
const MAX_EMAIL = 254

/** Before Medusa takes a new login: an answer that it is taken counts, and so does a guess at its password. */
export async function guardRegistration(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  const credentials = credentialsIn(req.body)
  if (!credentials) {
    return next()
  }
  if (credentials.email.length > MAX_EMAIL) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Invalid request: email: must be at most ${MAX_EMAIL} characters`
    )
  }
  const { login, account } = await findMeant(req, credentials)
  const { refusedRegistrationsPerIp } = featureOptions("sign-in")
  const attempt = await beginAttempt(
    req.scope,
    passwordCounts(
      req,
      { account, browser: undefined },
      { name: "sign-in.register.ip", ...refusedRegistrationsPerIp }
    )
  )
  if (!attempt.allowed) {
    return answerTooMany(res, attempt.retryAfterSeconds)
  }
  req.body = {
    ...(req.body as object),
    email: login?.entity_id ?? credentials.email.toLowerCase(),
  }
  settleAttempt(req, res, attempt)
  next()
}
