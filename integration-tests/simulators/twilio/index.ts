import { MessageServer } from "../common/message-server"
import { MessagesApi, type TakenSms } from "./messages-api"
import { StatusCallbacks } from "./status-callbacks"

export type TwilioSimulator = {
  accountSid: string
  /** What a store needs to send through it. */
  environment: Record<string, string>
  /** What it took to a number, in order. */
  to: (phone: string) => TakenSms[]
  /** From now on the number wants no SMS. */
  unsubscribe: (phone: string) => void
  badDays: MessageServer["badDays"]
  /** Tells the store what became of SMS. */
  callbacks: StatusCallbacks
  stop: () => Promise<void>
}

/**
 * Starts a Twilio of the spec's own.
 * @example
 * const twilio = await startTwilioSimulator()
 * twilio.callbacks.tell(twilio.to(phone)[0], "undelivered", "30005")
 */
export async function startTwilioSimulator(): Promise<TwilioSimulator> {
  const accountSid = `AC${"0".repeat(31)}1`
  const authToken = "simulated-auth-token-0001"
  const api = new MessagesApi(accountSid, authToken)
  const callbacks = new StatusCallbacks(authToken)
  const server = new MessageServer(
    (request) => api.answer(request),
    (status) => ({ code: 20429, message: `simulated ${status}`, status })
  )
  return {
    accountSid,
    environment: {
      TWILIO_HOST: await server.listen(),
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: authToken,
      TWILIO_FROM: "+15005550006",
    },
    to: (phone) => api.messages.filter(({ To }) => To === phone),
    unsubscribe: (phone) => api.stopped.add(phone),
    badDays: server.badDays,
    callbacks,
    stop: async () => {
      callbacks.stop()
      await server.stop()
    },
  }
}
