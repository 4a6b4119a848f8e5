import { twilioSandbox } from "../../../../integration-tests/helpers/environment"
import { startTwilioSimulator } from "../../../../integration-tests/simulators/twilio"
import { readRefusal } from "../../../utils/refused-for-good"
import { twilioOptionsSchema } from "../options"
import TwilioNotificationProvider from "../service"

/** A Twilio that sends no SMS. */
type Twilio = {
  accountSid: string
  authToken: string
  host?: string
  stop: () => Promise<void>
}

async function simulated(): Promise<Twilio> {
  const { environment, stop } = await startTwilioSimulator()
  return {
    accountSid: environment.TWILIO_ACCOUNT_SID ?? "",
    authToken: environment.TWILIO_AUTH_TOKEN ?? "",
    host: environment.TWILIO_HOST,
    stop,
  }
}

/** Live credentials would send nothing either: the sender below is nobody's but the test credentials'. */
const sandbox = () =>
  Promise.resolve({
    ...{ accountSid: "", authToken: "", ...twilioSandbox() },
    stop: () => Promise.resolve(),
  })

/** What the simulator answers is worth as much as Twilio's own agreement to the same spec. */
const places: [string, () => Promise<Twilio>][] = [["simulated", simulated]]
if (twilioSandbox()) {
  places.push(["the sandbox", sandbox])
}

/** Numbers that Twilio documents for its test credentials. */
const SENDER = "+15005550006"
const READER = "+14155552671"

describe.each(places)("Twilio, %s,", (_, start) => {
  let twilio: Twilio

  beforeAll(async () => {
    twilio = await start()
  })
  afterAll(() => twilio.stop())

  const LIMIT = 60_000

  const send = (
    more: { to?: string; from?: string; text?: string; token?: string } = {}
  ) => {
    const { to = READER, from = SENDER, text = "Hello" } = more
    const { accountSid, authToken, host } = twilio
    const options = twilioOptionsSchema.parse({
      ...{ accountSid, authToken: more.token ?? authToken, host, from },
      publicUrl: "https://shop.example.com",
    })
    return new TwilioNotificationProvider({}, options).send({
      ...{ to, channel: "sms", template: "order-placed", content: { text } },
      provider_data: { tracking_id: "msg_1" },
    } as never)
  }

  /** Its words, and what it means for another try and for the number. */
  const refusalOf = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      ({ message }: Error) => {
        const forGood = readRefusal(message)
        const code = /Twilio error (\d+)/.exec(message)?.[1]
        return [code, forGood ? (forGood.address ?? "for good") : "for now"]
      }
    )

  it(
    "takes an SMS with an address for its states, and gives it an id",
    async () => {
      const { id } = await send()
      expect(id).toMatch(/^SM[0-9a-f]{32}$/)
    },
    LIMIT
  )

  it.each([
    ["is no number", "+15005550001", ["21211", "for good"]],
    ["cannot be reached", "+15005550002", ["21612", "for now"]],
    ["lies where we may not send", "+15005550003", ["21408", "for now"]],
    ["has answered STOP", "+15005550004", ["21610", "unsubscribe"]],
    ["takes no SMS", "+15005550009", ["21614", "for good"]],
  ])(
    "refuses a number that %s",
    async (__, to, expected) => {
      expect(await refusalOf(send({ to }))).toEqual(expected)
    },
    LIMIT
  )

  it.each([
    ["is no number", "+15005550001", "21212"],
    ["is not ours", "+15005550007", "21606"],
    ["has too much to do", "+15005550008", "21611"],
  ])(
    "refuses a sender that %s, until it is mended",
    async (__, from, code) => {
      expect(await refusalOf(send({ from }))).toEqual([code, "for now"])
    },
    LIMIT
  )

  it(
    "refuses a text that is too long, for good",
    async () => {
      const text = "x".repeat(1601)
      expect(await refusalOf(send({ text }))).toEqual(["21617", "for good"])
    },
    LIMIT
  )

  it(
    "refuses a wrong token, until it is mended",
    async () => {
      const token = "0".repeat(32)
      expect(await refusalOf(send({ token }))).toEqual(["20003", "for now"])
    },
    LIMIT
  )
})
