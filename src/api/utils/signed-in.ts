import type { MedusaRequest } from "@medusajs/framework/http"

/** Who is signed in, if anybody is. */
export const signedIn = (req: MedusaRequest): string | undefined =>
  (req as { auth_context?: { actor_id?: string } }).auth_context?.actor_id ||
  undefined
