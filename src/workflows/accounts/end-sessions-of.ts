import type { MedusaContainer } from "@medusajs/framework/types"
// TODO with the feature `sessions`: import { endSessionsWorkflow } from "../sessions/end-sessions"

type Ending = { auth_identity_id: string; except?: string; reason: string }

/** Ends the sessions of an identity, but for the one that asks. */
export async function endSessions(
  container: MedusaContainer,
  input: Ending
): Promise<void> {
  // await endSessionsWorkflow(container).run({ input })
  await Promise.resolve([container, input])
}
