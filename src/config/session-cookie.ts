import type { defineConfig } from "@medusajs/framework/utils"
import type { ResolvedSuiteOptions } from "./options"

type ProjectConfig = ReturnType<typeof defineConfig>["projectConfig"]
type CookieSettings = Pick<ProjectConfig, "sessionOptions" | "cookieOptions">

const HOUR_MS = 3_600_000
/** Browsers take a cookie of this name only with `Secure`, for `/`, and from the very host: no other can plant it. */
const HOST_NAME = "__Host-medusa"

/** What an earlier call of the wrapper put ours in the place of. */
const replaced = new WeakMap<object, CookieSettings>()

/** Such a name is for one host and all of its paths. */
const isForHost = ({ cookieOptions, sessionOptions }: CookieSettings) =>
  !sessionOptions?.name &&
  !cookieOptions?.domain &&
  (cookieOptions?.path ?? "/") === "/" &&
  cookieOptions?.secure !== false

/**
 * How browsers keep the cookie of a session: for `cookieHours`, never along with another site's requests; and where
 * the store is reached by https, under a name that no other host can use. What the host configured stays.
 */
export function withSessionCookie(
  projectConfig: ProjectConfig,
  { sessions, general }: ResolvedSuiteOptions
): ProjectConfig {
  if (!sessions) {
    return projectConfig
  }
  const given: CookieSettings = { ...projectConfig }
  const known = given.sessionOptions
  const host = (known && replaced.get(known)) ?? given
  const isHttps = general.backendUrl.startsWith("https:") && isForHost(host)
  const sessionOptions = {
    ttl: sessions.cookieHours * HOUR_MS,
    ...(isHttps && { name: HOST_NAME }),
    ...host.sessionOptions,
  }
  replaced.set(sessionOptions, {
    sessionOptions: host.sessionOptions,
    cookieOptions: host.cookieOptions,
  })
  const cookieOptions = {
    ...(isHttps && { secure: true, path: "/" }),
    sameSite: "lax" as const,
    ...host.cookieOptions,
  }
  return { ...projectConfig, sessionOptions, cookieOptions }
}
