import { randomUUID } from "node:crypto"
import { z } from "@medusajs/framework/zod"

/** Mails about an account that follow from what was done to it. */
const mail = z.strictObject({
  template: z.enum(["password-changed", "email-changed", "account-deleted"]),
  subject_id: z.string(),
  customer_id: z.string().nullable(),
  /** Whom it goes to, where the account does not tell it any more. */
  recipient: z.string().nullable(),
})

/** What is left to do once something about an account has changed. A job of it does the rest when a server dies. */
export const settlementSchema = z.strictObject({
  /** Of the job and of the mails: each goes out once. */
  key: z.string(),
  /** Whose sessions end, but for one. */
  auth_identity_ids: z.array(z.string()),
  except: z.string().nullable(),
  reason: z.string(),
  mails: z.array(mail),
  /** Only if the password is another one by now. */
  password_was: z
    .strictObject({ login_id: z.string(), fingerprint: z.string() })
    .nullable(),
  /** The account that goes first. */
  deletes: z
    .strictObject({ customer_id: z.string(), auth_identity_id: z.string() })
    .nullable(),
})

export type Settlement = z.infer<typeof settlementSchema>

/** With a key of its own, and nothing that is not said. */
export const newSettlement = (
  given: Pick<Settlement, "auth_identity_ids" | "reason"> & Partial<Settlement>
): Settlement => ({
  key: `accounts:${randomUUID()}`,
  except: null,
  mails: [],
  password_was: null,
  deletes: null,
  ...given,
})
