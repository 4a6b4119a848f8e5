import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  featureOptions,
  suiteOptions,
  suiteSecret,
} from "../../config/suite-options"
import { deviceId, withDeviceToken } from "../../utils/device-token"
import { beginAttempt } from "../utils/attempts"

/** For storefronts whose server signs shoppers in: it keeps the answer's header and sends it with the next sign-in. */
export const DEVICE_HEADER = "x-device-token"
const DEVICE_COOKIE = "suite_device"
const DAY_MS = 86_400_000
/** More than anybody has browsers: whoever has the password must not make ids that each may guess anew. */
const NEW_PER_DAY = {
  name: "sign-in.new-browser",
  points: 20,
  seconds: DAY_MS / 1000,
}

function broughtAlong(req: MedusaRequest): string | undefined {
  const header = req.headers[DEVICE_HEADER]
  const { [DEVICE_COOKIE]: cookie } = (req.cookies ?? {}) as Record<
    string,
    unknown
  >
  const text = typeof header === "string" && header ? header : cookie
  return typeof text === "string" ? text : undefined
}

/** The browser's id, if it has signed in to this account before. */
export function knownBrowser(
  req: MedusaRequest,
  authIdentityId: string | undefined
): string | undefined {
  return authIdentityId
    ? deviceId(broughtAlong(req), authIdentityId, suiteSecret(), Date.now())
    : undefined
}

/** Tells a browser that has just signed in what to bring along the next time; past 20 new ones a day nothing. */
export async function rememberBrowser(
  req: MedusaRequest,
  res: MedusaResponse,
  authIdentityId: string
) {
  if (!knownBrowser(req, authIdentityId)) {
    const count = { limit: NEW_PER_DAY, key: authIdentityId }
    const { allowed } = await beginAttempt(req.scope, [count])
    if (!allowed) {
      return
    }
  }
  const { knownBrowserDays: days } = featureOptions("sign-in")
  const token = withDeviceToken(broughtAlong(req), authIdentityId, {
    secret: suiteSecret(),
    now: Date.now(),
    days,
  })
  res.setHeader(DEVICE_HEADER, token)
  res.append("Access-Control-Expose-Headers", DEVICE_HEADER)
  res.cookie(DEVICE_COOKIE, token, {
    httpOnly: true,
    sameSite: "lax",
    secure: suiteOptions().general.backendUrl.startsWith("https:"),
    path: "/auth",
    maxAge: days * DAY_MS,
  })
}
