import { z } from "@medusajs/framework/zod"
import { sendgridOptionsSchema } from "../../providers/notification-sendgrid/options"
import { smtpOptionsSchema } from "../../providers/notification-smtp/options"
import { twilioOptionsSchema } from "../../providers/notification-twilio/options"

const text = (max: number) =>
  z
    .string(`must be a text of 1 to ${max} characters`)
    .min(1, `must be a text of 1 to ${max} characters`)
    .max(max, `must be a text of 1 to ${max} characters`)

const ADDRESS =
  /^(?:[^\r\n<>"]{1,100}<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/

const address = z
  .string("must be an e-mail address")
  .max(320)
  .regex(
    ADDRESS,
    "must be an e-mail address such as shop@example.com or The Shop <shop@example.com>"
  )

/** How messages look; all of it is shown to shoppers. */
const brand = z
  .strictObject({
    /** @default "Our shop" */
    name: text(80).default("Our shop"),
    /** Shown above each mail. */
    logoUrl: z
      .url({ protocol: /^https$/, error: "must be an https URL" })
      .optional(),
    /** Of buttons and links, as #rrggbb. @default "#1f2937" */
    color: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i, "must be a colour such as #1f2937")
      .default("#1f2937"),
    /** The merchant's postal address, below each mail. */
    address: text(300).optional(),
    /** A last line below each mail. */
    footer: text(300).optional(),
  })
  .prefault({})

const days = (preset: number, least = 1) => {
  const message = `must be a whole number of days from ${least} to 3650`
  return z
    .number(message)
    .int(message)
    .min(least, message)
    .max(3650, message)
    .default(preset)
}

const page = (preset: string) =>
  text(500)
    .regex(
      /^(?:https?:\/\/|\/)[^#\s]*$/,
      "must be a path of the storefront or a URL, without #"
    )
    .default(preset)

/** Pages of the storefront; what opens a door is handed to them behind the `#`. */
const links = z
  .strictObject({
    /** Gets `#token=…&email=…`. @default "/reset-password" */
    passwordReset: page("/reset-password"),
    /** Gets `#code=…&email=…`. @default "/verify-email" */
    emailVerification: page("/verify-email"),
  })
  .prefault({})

/** Options of the feature `messages`. */
export const messagesOptionsSchema = z
  .strictObject({
    /** Whom mails come from; required beside smtp and sendgrid. */
    from: address.optional(),
    /** Where answers go. @default the sender */
    replyTo: address.optional(),
    /** The mail server. Without it and sendgrid, mails stay in the store: the admin shows them. */
    smtp: smtpOptionsSchema.optional(),
    /** Instead of smtp: SendGrid sends the mails, and tells what became of them. */
    sendgrid: sendgridOptionsSchema.optional(),
    /** Sends SMS. Without it there are none. */
    twilio: twilioOptionsSchema.optional(),
    brand,
    links,
    /** After how many days what a message said is forgotten, 1 to 3650. @default 90 */
    keepBodyDays: days(90),
    /** After how many days the log's line goes too, 30 to 3650. @default 365 */
    keepDays: days(365, 30),
    /** Of messages whose recipient has none, as BCP 47. @default "en" */
    locale: z
      .string()
      .regex(
        /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
        "must be a language such as en or de-AT"
      )
      .default("en"),
  })
  .superRefine(({ from, smtp, sendgrid }, context) => {
    const refuse = (option: string, message: string) =>
      context.addIssue({ code: "custom", path: [option], message })
    if (smtp && sendgrid) {
      refuse("sendgrid", "must not be set beside smtp: one of them sends mails")
    }
    if ((smtp || sendgrid) && !from) {
      const sender = smtp ? "smtp" : "sendgrid"
      refuse(
        "from",
        `is required beside ${sender}: whom do the mails come from?`
      )
    }
  })

export type MessagesOptions = z.infer<typeof messagesOptionsSchema>
export type Brand = MessagesOptions["brand"]
