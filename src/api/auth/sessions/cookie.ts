import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

type CanClear = { clearCookie: (name: string, options: object) => unknown }
type CookieSession = { regenerate: (done: (error?: unknown) => void) => void }

/** The browser's cookie stands for nobody any more, and what comes next gets another id. */
export async function renewCookie({ session }: MedusaRequest): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const { regenerate } = session as CookieSession
    regenerate.call(session, (error) => (error ? reject(error) : resolve()))
  })
}

/** The same, and the browser forgets it. */
export async function dropCookie(
  req: MedusaRequest,
  res: CanClear
): Promise<void> {
  const { sessionOptions, cookieOptions } = req.scope.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  ).projectConfig
  await renewCookie(req)
  const { maxAge: _, ...options } = { path: "/", ...cookieOptions }
  res.clearCookie(sessionOptions?.name ?? "connect.sid", options)
}
