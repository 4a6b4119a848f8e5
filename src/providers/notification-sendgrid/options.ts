import { isProduction } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { optionText, optionWhole, vendorHost } from "../../utils/option-kit"
import { isVerificationKey } from "./signature"

/** SendGrid as the sender of the store's mail. */
export const sendgridOptionsSchema = z.strictObject({
  /** A key that may send mail, and needs to do nothing else. */
  apiKey: optionText(255).regex(/^\S+$/, "must be a key without spaces"),
  /**
   * The verification key of the signed event webhook, as SendGrid shows it. Without it the webhook
   * is not there, and a mail that was taken stays `sent`.
   */
  webhookPublicKey: z
    .string()
    .refine(
      isVerificationKey,
      "must be the verification key that SendGrid shows for its signed event webhook"
    )
    .optional(),
  /** How long one call may take, in milliseconds, 100 to 120000. @default 20000 */
  timeoutMs: optionWhole(100, 120_000).default(20_000),
  /** SendGrid looks at each mail, and sends none: its sandbox mode. Refused in production. @default false */
  sandbox: z
    .boolean("must be true or false")
    .refine(
      (isOn) => !isOn || !isProduction(),
      "is refused when NODE_ENV is production: no mail would arrive"
    )
    .default(false),
  /** Where SendGrid is, such as https://api.eu.sendgrid.com. @default "https://api.sendgrid.com" */
  host: vendorHost.default("https://api.sendgrid.com"),
})

export type SendgridOptions = z.infer<typeof sendgridOptionsSchema>
