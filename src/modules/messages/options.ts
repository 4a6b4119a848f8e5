import path from "node:path"
import { isProduction } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { sendgridOptionsSchema } from "../../providers/notification-sendgrid/options"
import { smtpOptionsSchema } from "../../providers/notification-smtp/options"
import { twilioOptionsSchema } from "../../providers/notification-twilio/options"
import { MESSAGE_TEMPLATES, type MessageTemplate } from "../../types/messages"

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

const color = z
  .string("must be a colour such as #1f2937")
  .regex(/^#[0-9a-f]{6}$/i, "must be a colour such as #1f2937")

/** What is shown to shoppers in every message. */
export const brandFields = {
  name: text(80),
  logoUrl: z
    .url({ protocol: /^https$/, error: "must be an https URL" })
    .max(2048),
  color,
  backgroundColor: color,
  address: text(300),
  footer: text(300),
}

/** How messages look, until an admin says otherwise; all of it is shown to shoppers. */
const brand = z
  .strictObject({
    /** @default "Our shop" */
    name: brandFields.name.default("Our shop"),
    /** Shown above each mail. */
    logoUrl: brandFields.logoUrl.optional(),
    /** Of buttons and links, as #rrggbb. @default "#1f2937" */
    color: brandFields.color.default("#1f2937"),
    /** Around the mail's paper, as #rrggbb. @default "#f3f4f6" */
    backgroundColor: brandFields.backgroundColor.default("#f3f4f6"),
    /** The merchant's postal address, below each mail. */
    address: brandFields.address.optional(),
    /** A last line below each mail. */
    footer: brandFields.footer.optional(),
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

const pageAddress = text(500).regex(
  /^(?:https?:\/\/|\/)[^#\s]*$/,
  "must be a path of the storefront or a URL, without #"
)
const page = (preset: string) => pageAddress.default(preset)

/** Pages of the storefront; what opens a door is handed to them behind the `#`. */
const links = z
  .strictObject({
    /** Gets `#token=…&email=…`. @default "/reset-password" */
    passwordReset: page("/reset-password"),
    /** Gets `#code=…&email=…`. @default "/verify-email" */
    emailVerification: page("/verify-email"),
    /** Gets `#token=…` of the mail to a customer's new address. @default "/confirm-email" */
    emailChange: page("/confirm-email"),
    /** Gets `#token=…` of the mail about a new device, to say "this was not me". @default "/secure-account" */
    secureAccount: page("/secure-account"),
    /** Gets `#token=…` of a mail that may be switched off. @default a page of the suite's own */
    unsubscribe: pageAddress.optional(),
  })
  .prefault({})

const templates = z.strictObject(
  Object.fromEntries(
    MESSAGE_TEMPLATES.map((name) => [name, text(500).optional()])
  ) as Record<MessageTemplate, z.ZodOptional<z.ZodString>>
)

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
    /**
     * Whether mails that stay here for want of a mail server are kept with their links too, sealed, so that admins can
     * open them: with those of other admins and of customers. For a store that nobody else can reach.
     * @default true, but false when NODE_ENV is production
     */
    openMailbox: z
      .boolean("must be true or false")
      .default(() => !isProduction()),
    brand,
    links,
    /** Where the admin lives, without a trailing slash; invites and admins' password links open there. @default "http://localhost:9000/app" */
    adminUrl: z
      .url({
        protocol: /^https?$/,
        error: "must be a URL such as https://shop.example.com/app",
      })
      .transform((url) => url.replace(/\/+$/, ""))
      .default("http://localhost:9000/app"),
    /** Who is told of each new order, and of licence keys that run out; up to 10 addresses. @default [] */
    merchant: z
      .array(
        z.email("must be an e-mail address such as orders@shop.example.com"),
        "must be a list of e-mail addresses"
      )
      .max(10, "must be at most 10 addresses")
      .default([]),
    /**
     * The host's own templates, by the name of the one that each replaces: a path from the app's root, or a package.
     * @example { "order-placed": "./src/emails/my-order-placed" }
     */
    templates: templates.default({}),
    /** After how many days what a message said is forgotten, 1 to 3650. @default 90 */
    keepBodyDays: days(90),
    /** After how many days the log's line goes too, 30 to 3650. @default 365 */
    keepDays: days(365, 30),
    /** A folder that gets what is about to be forgotten, as NDJSON. @default none, it is gone */
    archiveDir: text(1000)
      .refine(path.isAbsolute, "must be an absolute path")
      .optional(),
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
