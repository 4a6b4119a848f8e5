import type { AddressInfo } from "node:net"
import { type ParsedMail, simpleParser } from "mailparser"
import { SMTPServer } from "smtp-server"

/** A mail as the server took it. */
export type ReceivedMail = ParsedMail & { recipients: string[] }

/** A mail server on this machine, as a merchant's would be. */
export type MailServer = {
  port: number
  /** In the order in which they were taken. */
  mails: ReceivedMail[]
  to: (address: string) => ReceivedMail[]
  /** So many of the coming mails are refused for now, as a busy server does. */
  refuse: (times: number) => void
  stop: () => Promise<void>
}

export async function startMailServer(): Promise<MailServer> {
  const mails: ReceivedMail[] = []
  let refusals = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onData(stream, session, done) {
      simpleParser(stream).then(
        (mail) => {
          if (refusals > 0) {
            refusals -= 1
            const busy = new Error("Try again later")
            done(Object.assign(busy, { responseCode: 451 }))
            return
          }
          const recipients = session.envelope.rcptTo.map(
            ({ address }) => address
          )
          mails.push({ ...mail, recipients })
          done()
        },
        (error: Error) => done(error)
      )
    },
  })
  // A store that is killed leaves its connections broken off.
  server.on("error", () => undefined)
  await new Promise<void>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve())
  )
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    mails,
    to: (address) =>
      mails.filter(({ recipients }) => recipients.includes(address)),
    refuse: (times) => {
      refusals = times
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** What a store needs to send through it. */
export const mailEnvironment = ({ port }: MailServer) => ({
  SMTP_HOST: "127.0.0.1",
  SMTP_PORT: String(port),
  SMTP_TLS: "none",
  MAIL_FROM: "The Shop <orders@shop.test>",
  MAIL_REPLY_TO: "help@shop.test",
  BRAND_NAME: "The Shop",
})
