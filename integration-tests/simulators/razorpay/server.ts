import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import { Api, type Keys } from "./api"
import { ApiError } from "./api-error"
import { type BadDay, BadDays, refusal, told } from "./bad-days"
import { Control } from "./control"
import { controlAnswer } from "./control-http"
import { type Answer, errorAnswer } from "./idempotency"
import { readRequest, type Request } from "./request"
import { State } from "./state"
import { type WebhookOptions, Webhooks } from "./webhooks"

export type SimulatorOptions = Partial<Keys> & {
  /** @default a free one */
  port?: number
  webhook?: Partial<WebhookOptions>
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
  private readonly server = createServer((incoming, outgoing) => {
    void this.serve(incoming, outgoing)
  })

  constructor({ keyId, keySecret, webhook }: SimulatorOptions) {
    this.keys = {
      keyId: keyId ?? "rzp_test_simulator0001",
      keySecret: keySecret ?? "simulatorKeySecret000001",
    }
    this.webhooks = new Webhooks({
      secret: "simulator webhook secret",
      accountId: "acc_Simulator00001",
      ...webhook,
    })
    this.state = new State((...change) => this.webhooks.emit(...change))
    this.control = new Control(
      this.state,
      this.webhooks,
      this.badDays,
      this.keys.keySecret
    )
    this.api = new Api(this.state, this.keys)
  }

  async listen(port = 0): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.server.once("error", reject)
      this.server.listen({ port, host: "127.0.0.1" }, resolve)
    })
    const address = this.server.address()
    const bound = typeof address === "object" ? address?.port : port
    return `http://127.0.0.1:${bound}`
  }

  async stop() {
    this.webhooks.stop()
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private async serve(incoming: IncomingMessage, outgoing: ServerResponse) {
    try {
      const request = await readRequest(incoming)
      if (request.path.startsWith("/_simulator/")) {
        send(outgoing, await this.controlled(request))
        return
      }
      const call = `${request.method} ${request.path}`
      this.calls.push(call)
      await this.serveCall(request, outgoing, this.badDays.take(call))
    } catch (error) {
      const body = {
        error: { code: "SERVER_ERROR", description: String(error) },
      }
      send(outgoing, { status: 500, body })
    }
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
