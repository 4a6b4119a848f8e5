import { MessageServer } from "../common/message-server"
import { EventWebhook } from "./event-webhook"
import { MailApi, type TakenMail } from "./mail-api"

export type SendgridSimulator = {
  url: string
  apiKey: string
  /** What it took, in order. */
  mails: TakenMail[]
  to: (address: string) => TakenMail[]
  badDays: MessageServer["badDays"]
  /** Tells the store what became of mails. */
  events: EventWebhook
  stop: () => Promise<void>
}

/**
 * Starts a SendGrid of the spec's own.
 * @param webhookUrl - where the store hears of events
 * @example
 * const sendgrid = await startSendgridSimulator(`${store}/hooks/messages/sendgrid`)
 * sendgrid.badDays.add({ match: "/v3/mail/send", kind: "refuse", status: 429 })
 * sendgrid.events.tell(sendgrid.events.about(mail, "bounce", { type: "bounce", reason: "550 5.1.1" }))
 */
export async function startSendgridSimulator(
  webhookUrl: string
): Promise<SendgridSimulator> {
  const apiKey = "SG.simulator.0000000000000001"
  const api = new MailApi(apiKey)
  const events = new EventWebhook({ url: webhookUrl })
  const server = new MessageServer(
    (request) => api.answer(request),
    (status) => ({
      errors: [{ message: `simulated ${status}`, field: null, help: null }],
    })
  )
  return {
    url: await server.listen(),
    apiKey,
    mails: api.mails,
    to: (address) =>
      api.mails.filter(({ personalizations: [first] }) =>
        first?.to.some(({ email }) => email === address)
      ),
    badDays: server.badDays,
    events,
    stop: async () => {
      events.stop()
      await server.stop()
    },
  }
}
