import type { MedusaRequest } from "@medusajs/framework/http"

// TODO with the feature `sessions`: export { sessionIdOf as sessionOf } from "../../utils/session-of"
/** The session that a request came with, which goes on. */
export const sessionOf = (_: MedusaRequest): string | undefined => undefined
