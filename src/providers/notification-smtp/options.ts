import { isProduction } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

const whole = (least: number, most: number) => {
  const message = `must be a whole number from ${least} to ${most}`
  return z.number(message).int(message).min(least, message).max(most, message)
}

const text = (max: number) =>
  z
    .string(`must be a text of 1 to ${max} characters`)
    .min(1, `must be a text of 1 to ${max} characters`)
    .max(max, `must be a text of 1 to ${max} characters`)

const LOOPBACK = new Set(["localhost", "127.0.0.1", "::1"])

/** A mail server that takes the store's mail. */
export const smtpOptionsSchema = z
  .strictObject({
    /** Its name, without a protocol. */
    host: text(255),
    /** @default 587, or 465 for `tls: "implicit"` */
    port: whole(1, 65_535).optional(),
    /**
     * `starttls` begins in the open and goes on encrypted, or not at all; `implicit` is encrypted from the
     * first byte; `none` is only for a server on this machine.
     * @default "starttls"
     */
    tls: z
      .enum(
        ["starttls", "implicit", "none"],
        "must be starttls, implicit or none"
      )
      .default("starttls"),
    user: text(255).optional(),
    password: text(1000).optional(),
    /** Connections that stay open, 1 to 50. @default 5 */
    connections: whole(1, 50).default(5),
    /** How long the server may take to connect, to greet and to answer, in milliseconds, 100 to 120000. @default 20000 */
    timeoutMs: whole(100, 120_000).default(20_000),
  })
  .superRefine(({ host, tls, user, password }, context) => {
    const refuse = (option: string, message: string) =>
      context.addIssue({ code: "custom", path: [option], message })
    if (Boolean(user) !== Boolean(password)) {
      refuse(
        user ? "password" : "user",
        `is required beside ${user ? "user" : "password"}`
      )
    }
    if (tls === "none" && isProduction() && !LOOPBACK.has(host)) {
      refuse(
        "tls",
        "must not be none when NODE_ENV is production: mails and the password would travel in the open"
      )
    }
  })

export type SmtpOptions = z.infer<typeof smtpOptionsSchema>
