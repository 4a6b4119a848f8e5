import { randomUUID } from "node:crypto"
import { z } from "@medusajs/framework/zod"

/** A second factor that is about to be set up or switched off. A job of it does what follows when a server dies. */
export const factorChangeSchema = z.strictObject({
  /** Of the job. */
  key: z.string(),
  factor_id: z.string(),
  /** Before the change: while the factor has it, nothing follows. */
  status: z.string(),
  auth_identity_id: z.string(),
  /** The session that asks for it, which goes on. */
  except: z.string().nullable(),
  reason: z.string(),
})

export type FactorChange = z.infer<typeof factorChangeSchema>

export const newFactorChange = (
  given: Omit<FactorChange, "key">
): FactorChange => ({ key: `two-factor:${randomUUID()}`, ...given })
