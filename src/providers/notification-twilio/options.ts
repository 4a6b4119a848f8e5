import { z } from "@medusajs/framework/zod"
import { SMS_TEMPLATES } from "../../types/messages"
import { optionText, optionWhole, vendorHost } from "../../utils/option-kit"

const SENDER = /^(?:\+[1-9]\d{6,14}|\d{3,8}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})$/

/** Twilio as the sender of the store's SMS. */
export const twilioOptionsSchema = z
  .strictObject({
    accountSid: z
      .string("must be an account SID, which begins with AC")
      .regex(
        /^AC[0-9a-f]{32}$/i,
        "must be an account SID, which begins with AC"
      ),
    /** Of the account; it signs what Twilio reports, too. */
    authToken: optionText(255).regex(/^\S+$/, "must be a token without spaces"),
    /** Whom SMS come from: a number such as +15005550006, a short code, or a name of up to 11 letters and digits. */
    from: z
      .string()
      .regex(
        SENDER,
        "must be a number such as +15005550006, a short code, or a name of up to 11 letters and digits"
      )
      .optional(),
    /** Instead of `from`: a messaging service, which chooses the sender. */
    messagingServiceSid: z
      .string()
      .regex(
        /^MG[0-9a-f]{32}$/i,
        "must be a messaging service's SID, which begins with MG"
      )
      .optional(),
    /** Which messages go out as SMS too. @default ["order-shipped", "order-delivered"] */
    templates: z
      .array(
        z.enum(SMS_TEMPLATES, `must be of ${SMS_TEMPLATES.join(", ")}`),
        `must be a list of ${SMS_TEMPLATES.join(", ")}`
      )
      .default(["order-shipped", "order-delivered"]),
    /** Where Twilio reaches this store, such as https://shop.example.com; without it nobody tells whether an SMS arrived. */
    publicUrl: z
      .url({ protocol: /^https?$/, error: "must be an http or https URL" })
      .transform((url) => url.replace(/\/+$/, ""))
      .optional(),
    /** How long one call may take, in milliseconds, 100 to 120000. @default 20000 */
    timeoutMs: optionWhole(100, 120_000).default(20_000),
    /** Where Twilio is. @default "https://api.twilio.com" */
    host: vendorHost.default("https://api.twilio.com"),
  })
  .superRefine(({ from, messagingServiceSid }, context) => {
    if (Boolean(from) === Boolean(messagingServiceSid)) {
      context.addIssue({
        code: "custom",
        path: ["from"],
        message: "set either it or messagingServiceSid: whom do SMS come from?",
      })
    }
  })

export type TwilioOptions = z.infer<typeof twilioOptionsSchema>
