import { readFileSync } from "node:fs"
import { z } from "@medusajs/framework/zod"
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createUserAccountWorkflow,
  setAuthAppMetadataWorkflow,
} from "@medusajs/medusa/core-flows"

const credentialsSchema = z.object({ email: z.string(), password: z.string() })
type Credentials = z.infer<typeof credentialsSchema>

/**
 * `medusa exec ./app/create-admin.ts <file.json>`: makes the admin login that the file holds, or gives it the
 * file's password. The password comes in a file because the process list shows a command's arguments.
 * May be repeated after a kill at any point.
 */
export default async function createAdmin({ container, args }: ExecArgs) {
  const file = args[0]
  if (!file) {
    throw new Error("Name the JSON file that holds email and password")
  }
  const parsed: unknown = JSON.parse(readFileSync(file, "utf8"))
  const credentials = credentialsSchema.parse(parsed)
  const identity = await ensureIdentity(container, credentials)
  if (!identity.app_metadata?.user_id) {
    await ensureUser(container, identity.id, credentials.email)
  }
}

async function ensureIdentity(
  container: MedusaContainer,
  { email, password }: Credentials
) {
  const auth = container.resolve(Modules.AUTH)
  const [known] = await auth.listAuthIdentities({
    provider_identities: { entity_id: email, provider: "emailpass" },
  })
  if (known) {
    const change = { entity_id: email, password }
    await auth.updateProvider("emailpass", change)
    return known
  }
  const body = { email, password }
  const { authIdentity, error } = await auth.register("emailpass", { body })
  if (!authIdentity) {
    throw new Error(`The admin login was not created: ${error}`)
  }
  return authIdentity
}

async function ensureUser(
  container: MedusaContainer,
  authIdentityId: string,
  email: string
) {
  const [known] = await container.resolve(Modules.USER).listUsers({ email })
  if (!known) {
    const input = { authIdentityId, userData: { email } }
    await createUserAccountWorkflow(container).run({ input })
    return
  }
  const input = { authIdentityId, actorType: "user", value: known.id }
  await setAuthAppMetadataWorkflow(container).run({ input })
}
