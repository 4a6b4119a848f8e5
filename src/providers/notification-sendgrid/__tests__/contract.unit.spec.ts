import { sendgridSandbox } from "../../../../integration-tests/helpers/environment"
import {
  type SendgridSimulator,
  startSendgridSimulator,
} from "../../../../integration-tests/simulators/sendgrid"
import { readRefusal } from "../../../utils/refused-for-good"
import { sendgridOptionsSchema } from "../options"
import SendgridNotificationProvider from "../service"

/** A SendGrid that looks at mails, and sends none. */
type Sendgrid = {
  apiKey: string
  host?: string
  stop: () => Promise<void>
}

let simulator: SendgridSimulator | undefined

async function simulated(): Promise<Sendgrid> {
  simulator = await startSendgridSimulator("http://127.0.0.1:9/nobody")
  const { apiKey, url, stop } = simulator
  return { apiKey, host: url, stop }
}

const sandbox = () =>
  Promise.resolve({
    apiKey: sendgridSandbox()?.apiKey ?? "",
    stop: () => Promise.resolve(),
  })

/** What the simulator answers is worth as much as SendGrid's own agreement to the same spec. */
const places: [string, () => Promise<Sendgrid>][] = [["simulated", simulated]]
if (sendgridSandbox()) {
  places.push(["the sandbox", sandbox])
}

describe.each(places)("SendGrid, %s,", (_, start) => {
  let sendgrid: Sendgrid

  beforeAll(async () => {
    sendgrid = await start()
  })
  afterAll(() => sendgrid.stop())

  const LIMIT = 60_000

  const send = (
    more: { to?: string; from?: string; apiKey?: string } = {}
  ): Promise<unknown> => {
    const { to = "asha@example.com", from = "orders@example.com" } = more
    const { apiKey = sendgrid.apiKey } = more
    const account = { apiKey, host: sendgrid.host, sandbox: true }
    const options = { ...sendgridOptionsSchema.parse(account), from }
    return new SendgridNotificationProvider({}, options).send({
      ...{ to, channel: "email", template: "order-placed" },
      content: {
        ...{ subject: "Your order", text: "Hello", html: "<p>Hello</p>" },
        headers: { "List-Unsubscribe": "<https://shop.example.com/u>" },
      } as never,
      attachments: [
        {
          ...{ filename: "a.pdf", content: "cGRm", id: "a" },
          ...{ content_type: "application/pdf", disposition: "attachment" },
        },
      ],
      provider_data: {
        ...{ tracking_id: "msg_1", message_id: "<msg_1@example.com>" },
        ...{ reply_to: "The Shop <help@example.com>", cc: "ben@example.com" },
      },
    })
  }

  /** The words of the refusal, and whether another try would change anything. */
  const refusalOf = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      ({ message }: Error) => ({
        message,
        isForGood: readRefusal(message) !== undefined,
      })
    )

  it(
    "takes a mail with all that one may have",
    async () => {
      await send({ from: '"The Shop" <orders@example.com>' })
      // Looked at, and sent to nobody.
      expect(simulator?.mails ?? []).toEqual([])
    },
    LIMIT
  )

  it(
    "refuses a recipient that is none, for good",
    async () => {
      expect(await refusalOf(send({ to: "nobody" }))).toMatchObject({
        ...{ isForGood: true },
        message: expect.stringContaining("SendGrid answered 400: "),
      })
    },
    LIMIT
  )

  it(
    "refuses a sender that is none, until it is mended",
    async () => {
      expect(await refusalOf(send({ from: "nobody" }))).toMatchObject({
        ...{ isForGood: false },
        message: expect.stringContaining("SendGrid answered 400: "),
      })
    },
    LIMIT
  )

  it(
    "refuses a wrong key, until it is mended",
    async () => {
      const apiKey = "SG.0000000000000000000000.0000"
      expect(await refusalOf(send({ apiKey }))).toMatchObject({
        ...{ isForGood: false },
        message: expect.stringContaining("SendGrid answered 401: "),
      })
    },
    LIMIT
  )
})

it("looks at mails without sending them nowhere near production", () => {
  jest.replaceProperty(process, "env", { NODE_ENV: "production" })
  const account = { apiKey: "SG.1", sandbox: true }
  expect(() => sendgridOptionsSchema.parse(account)).toThrow(
    "is refused when NODE_ENV is production"
  )
  jest.restoreAllMocks()
})
