import type { MedusaContainer } from "@medusajs/framework/types"
import { isOff } from "../../config/suite-options"
import type { Settlement } from "../../utils/account-settlement"
import { queueMessageWorkflow } from "../messages"
import { endSessionsWorkflow } from "../sessions/end-sessions"
import { removeAccount } from "./remove-account"
import { accountsOf } from "./service-of"

/**
 * Does what follows from a change of an account: its sessions end, its owner is mailed. Again is harmless: each mail goes
 * out once.
 */
export async function settleAccount(
  container: MedusaContainer,
  settlement: Settlement
): Promise<void> {
  const { auth_identity_ids, except, reason } = settlement
  for (const auth_identity_id of auth_identity_ids) {
    await endSessionsWorkflow(container).run({
      input: { auth_identity_id, reason, except: except ?? undefined },
    })
  }
  if (!isOff("messages")()) {
    await mailOwner(container, settlement)
  }
}

async function mailOwner(container: MedusaContainer, settlement: Settlement) {
  const { key, mails } = settlement
  for (const [index, mail] of mails.entries()) {
    await queueMessageWorkflow(container).run({
      input: {
        ...{ channel: "email", order_id: null, ...mail },
        idempotency_key: `${key}:${index}`,
        cause: `accounts.${mail.template}`,
      },
    })
  }
}

/** For the job that is left of a request whose server died: what had not happened by then does not. */
export async function settleLater(
  container: MedusaContainer,
  settlement: Settlement
): Promise<void> {
  const { password_was: was, deletes } = settlement
  const accounts = accountsOf(container)
  if (was && (await accounts.hasPassword(was.login_id, was.fingerprint))) {
    return
  }
  if (deletes) {
    await removeAccount(container, deletes)
  }
  await settleAccount(container, settlement)
}
