import type { ExecArgs } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { operatorError } from "../utils/options"
import { resetTwoFactorWorkflow } from "../workflows/two-factor"

/** `npx medusa exec ./src/scripts/reset-two-factor.ts <e-mail>`: for the last admin, whose phone is lost. */
export default async function resetTwoFactor({ container, args }: ExecArgs) {
  const [email = ""] = args
  const [user] = await container
    .resolve(Modules.USER)
    .listUsers({ email }, { take: 1, select: ["id"] })
  if (!user) {
    throw operatorError(`There is no admin with the e-mail address "${email}"`)
  }
  await resetTwoFactorWorkflow(container).run({
    input: { actor_type: "user", actor_id: user.id },
  })
  process.stdout.write(
    `${email} signs in with the password alone now, and was mailed about it.\n`
  )
}
