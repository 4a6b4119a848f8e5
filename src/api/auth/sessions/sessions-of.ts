import type { MedusaRequest } from "@medusajs/framework/http"
import { featureOptions, isOff } from "../../../config/suite-options"
import { SESSIONS_MODULE } from "../../../modules/sessions"
import type SessionsModuleService from "../../../modules/sessions/service"
import { presetLimits } from "../../../modules/sign-in/options"
import type { CheckedLogin } from "../../../utils/session-claims"

export const sessionsOf = ({ scope }: Pick<MedusaRequest, "scope">) =>
  scope.resolve<SessionsModuleService>(SESSIONS_MODULE)

/** What Medusa's own middlewares leave on a request. */
type WithLogin = {
  auth_context?: CheckedLogin
  session?: { auth_context?: CheckedLogin }
}

/** The login that counts for a request, once Medusa has looked. */
export const loginOf = (req: MedusaRequest) => (req as WithLogin).auth_context

/** The login that a cookie stands for. */
export const cookieLogin = (req: MedusaRequest) =>
  (req as WithLogin).session?.auth_context

/** Medusa takes the cookie's as it is. */
export const isByCookie = (req: MedusaRequest) =>
  loginOf(req) !== undefined && loginOf(req) === cookieLogin(req)

const REFRESH = /^\/auth\/token\/refresh\/?$/i

/** As the router has it: the request's own line may hold a whole address. */
export const isRefresh = ({ method, baseUrl, path }: MedusaRequest) =>
  method === "POST" && REFRESH.test(`${baseUrl}${path}`)

const STANDARD = { refreshDays: 30, refreshExpired: false }

/** How long tokens can be exchanged: an option of its own, or else what the preset of `sign-in` says. */
export function refreshLimits() {
  const own = featureOptions("sessions")
  const preset = isOff("sign-in")()
    ? STANDARD
    : presetLimits(featureOptions("sign-in"))
  return {
    refreshDays: own.refreshDays ?? preset.refreshDays,
    refreshExpired: own.refreshExpired ?? preset.refreshExpired,
  }
}
