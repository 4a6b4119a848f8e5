import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { generateResetPasswordTokenWorkflow } from "@medusajs/medusa/core-flows"

type Login = {
  actor_type: string
  provider: string
  /** What the provider knows the login by. */
  entity_id: string
  metadata?: Record<string, unknown>
}

/** Runs Medusa's own workflow, whose event brings the mail with the link for a new password. */
export async function mailResetLink(
  container: MedusaContainer,
  { actor_type, provider, entity_id, metadata = {} }: Login
): Promise<void> {
  const { http } = container.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  ).projectConfig
  await generateResetPasswordTokenWorkflow(container).run({
    input: {
      ...{ entityId: entity_id, actorType: actor_type, provider, metadata },
      ...{ secret: http.jwtSecret as string, jwtOptions: http.jwtOptions },
    },
  })
}
