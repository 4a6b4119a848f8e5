import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import { closeServer, listenLocally } from "../common/local-server"
import { Api, type Keys } from "./api"
import { ApiError } from "./api-error"
import { type BadDay, BadDays, refusal, told } from "./bad-days"
import { Control } from "./control"
import { controlAnswer } from "./control-http"
import { type Answer, errorAnswer } from "./idempotency"
import { readKept, restore, writeKept } from "./keeping"
import { isForeign } from "./local-only"
import { PayDesk } from "./pay-desk"
import { readRequest, type Request } from "./request"
import { State } from "./state"
import { type WebhookOptions, Webhooks } from "./webhooks"

export type SimulatorOptions = Partial<Keys> & {
  /** @default a free one */
  port?: number
  webhook?: Partial<WebhookOptions>
  /** Keeps everything, the keys too, so that the next start goes on from there. */
  file?: string
  /** The store's own origins: the pay page hands results to them and to this machine only. */
  origins?: string[]
  /** How long a payment takes that is "paid late". @default 20000 */
  lateMs?: number
}

/** Razorpay's API, its webhooks, a ledger and bad days. */
export class RazorpayServer {
  readonly badDays = new BadDays()
  readonly webhooks: Webhooks
  readonly state: State
  readonly control: Control
  readonly keys: Keys
  /** "METHOD /path" of each call that came in, in order. */
  readonly calls: string[] = []
  readonly api: Api
  private readonly desk: PayDesk
  private readonly file: string | undefined
  private readonly server = createServer((incoming, outgoing) => {
    void this.serve(incoming, outgoing)
  })

  constructor(options: SimulatorOptions) {
    const { keyId, keySecret, webhook, origins = [], lateMs = 20_000 } = options
    this.file = options.file
    const kept = this.file ? readKept(this.file) : undefined
    this.keys = {
      keyId: keyId ?? kept?.keyId ?? "rzp_test_simulator0001",
      keySecret: keySecret ?? kept?.keySecret ?? "simulatorKeySecret000001",
    }
    const changed = () => this.keep()
    this.webhooks = new Webhooks({
      secret: kept?.webhookSecret ?? "simulator webhook secret",
      accountId: "acc_Simulator00001",
      onDelivered: changed,
      ...webhook,
    })
    const { badDays, webhooks, keys } = this
    this.state = new State((...change) => this.webhooks.emit(...change))
    this.control = new Control(this.state, webhooks, badDays, keys.keySecret)
    this.api = new Api(this.state, keys)
    const { control } = this
    const account = { control, webhooks, keyId: keys.keyId }
    this.desk = new PayDesk({ ...account, origins, lateMs, changed })
    if (kept) {
      restore(kept, this)
    }
  }

  listen(port?: number): Promise<string> {
    return listenLocally(this.server, port)
  }

  async stop() {
    this.desk.stop()
    this.webhooks.stop()
    await closeServer(this.server)
  }

  private keep() {
    if (this.file) {
      writeKept(this.file, this)
    }
  }

  private async serve(incoming: IncomingMessage, outgoing: ServerResponse) {
    try {
      const request = await readRequest(incoming)
      if (isForeign(request.host, request.origin)) {
        send(outgoing, { status: 403, body: { message: "Not from there" } })
      } else if (request.path.startsWith("/_simulator/")) {
        const answer = await this.controlled(request)
        this.keep()
        send(outgoing, answer)
      } else {
        await this.serveOthers(request, outgoing)
      }
    } catch (error) {
      const description = String(error)
      const body = { error: { code: "SERVER_ERROR", description } }
      send(outgoing, { status: 500, body })
    }
  }

  private async serveOthers(request: Request, outgoing: ServerResponse) {
    const page = this.desk.answer(request)
    if (page) {
      this.keep()
      outgoing.writeHead(page.status, page.headers)
      outgoing.end(page.text)
      return
    }
    const call = `${request.method} ${request.path}`
    this.calls.push(call)
    await this.serveCall(request, outgoing, this.badDays.take(call))
  }

  private async serveCall(
    request: Request,
    outgoing: ServerResponse,
    day: BadDay | undefined
  ) {
    if (day?.kind === "drop") {
      outgoing.socket?.destroy()
      return
    } else if (day?.kind === "timeout-before") {
      return
    } else if (day?.kind === "refuse") {
      const { status, error } = refusal(day)
      send(outgoing, { status, body: { error } })
      return
    }
    const answer = await this.api.answer(request, async () => {
      if (day?.kind === "delay") {
        await sleep(day.milliseconds ?? 1000)
      }
    })
    if (request.method !== "GET") {
      this.keep()
    }
    sendBadly(outgoing, answer, day)
  }

  private async controlled(request: Request): Promise<Answer> {
    try {
      const body = await controlAnswer(this, request)
      return { status: body === undefined ? 404 : 200, body: body ?? {} }
    } catch (error) {
      return error instanceof ApiError
        ? errorAnswer(error)
        : { status: 400, body: { message: String(error) } }
    }
  }
}

function sendBadly(outgoing: ServerResponse, answer: Answer, day?: BadDay) {
  if (day?.kind === "drop-after") {
    outgoing.socket?.destroy()
  } else if (day?.kind === "garbage") {
    outgoing.writeHead(200, { "content-type": "text/html" })
    outgoing.end("<html>We will be right back</html>")
  } else if (day?.kind === "lie") {
    send(outgoing, { ...answer, body: told(answer.body, day.lie) })
  } else if (day?.kind !== "timeout-after") {
    send(outgoing, answer)
  }
}

function send(outgoing: ServerResponse, { status, body }: Answer) {
  outgoing.writeHead(status, { "content-type": "application/json" })
  outgoing.end(JSON.stringify(body))
}
