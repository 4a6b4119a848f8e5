import type { AddressInfo } from "node:net"
import { SMTPServer } from "smtp-server"
import { readRefusal } from "../../../utils/refused-for-good"
import SmtpNotificationProvider from "../service"

describe("a mail server that refuses a recipient", () => {
  let answer: [code: number, text: string]
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ["STARTTLS"], logger: false },
    onRcptTo(_address, _session, done) {
      const [responseCode, text] = answer
      done(Object.assign(new Error(text), { responseCode }))
    },
  })

  beforeAll(
    () => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  )
  afterAll(() => new Promise<void>((resolve) => server.close(resolve)))

  async function refusal() {
    const { port } = server.server.address() as AddressInfo
    const provider = new SmtpNotificationProvider(
      {},
      {
        ...{ host: "127.0.0.1", port, tls: "none", connections: 1 },
        ...{ timeoutMs: 2000, from: "shop@store.test" },
      }
    )
    const sent = provider.send({
      ...{ to: "nobody@store.test", channel: "email", template: "welcome" },
      content: { subject: "Hello", text: "Hello", html: "" },
    })
    return readRefusal(await sent.then(String, (error: Error) => error.message))
  }

  it("because there is no such address is not asked again", async () => {
    answer = [550, "5.1.1 No such user here"]
    expect(await refusal()).toEqual({ address: "bounce" })
  })

  it.each<[number, string]>([
    [450, "4.2.1 Mailbox busy"],
    [550, "5.7.1 Blocked by policy"],
    [554, "Denied"],
  ])("for another reason is asked again: %s %s", async (...said) => {
    answer = said
    expect(await refusal()).toBeUndefined()
  })
})
