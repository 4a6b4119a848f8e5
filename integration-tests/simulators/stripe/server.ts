import { randomUUID } from "node:crypto"
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import { bodyText, closeServer, listenLocally } from "../common/local-server"
import { answerOf, expanded, pageOf } from "./answers"
import { ApiError, unauthorized } from "./api-error"
import { type BadDay, BadDays, refusal } from "./bad-days"
import { Control } from "./control"
import { controlAnswer } from "./control-http"
import { decodeForm } from "./form"
import { type Answer, errorAnswer, Idempotency } from "./idempotency"
import { findRoute } from "./routes"
import { State } from "./state"
import { type WebhookOptions, Webhooks } from "./webhooks"

export type SimulatorOptions = {
  /** @default a free one */
  port?: number
  apiKey?: string
  webhook?: Partial<WebhookOptions>
}

type Request = {
  method: string
  path: string
  search: string
  body: string
  key: string | undefined
  authorization: string | undefined
}

async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const { pathname, search } = new URL(incoming.url ?? "/", "http://localhost")
  const key = incoming.headers["idempotency-key"]
  return {
    method: incoming.method ?? "GET",
    path: pathname,
    search: search.slice(1),
    body: await bodyText(incoming),
    key: Array.isArray(key) ? key[0] : key,
    authorization: incoming.headers.authorization,
  }
}

/** Stripe's API for what the suite's provider calls, with a ledger and bad days. */
export class StripeServer {
  readonly badDays = new BadDays()
  readonly webhooks: Webhooks
  readonly state: State
  readonly control: Control
  readonly apiKey: string
  /** "METHOD /path" of each call that came in, in order. */
  readonly calls: string[] = []
  readonly idempotency = new Idempotency()
  private readonly server = createServer((incoming, outgoing) => {
    void this.serve(incoming, outgoing)
  })

  constructor({ apiKey = "sk_test_simulator", webhook }: SimulatorOptions) {
    this.apiKey = apiKey
    this.webhooks = new Webhooks({ secret: "whsec_simulator", ...webhook })
    this.state = new State((...change) => this.webhooks.emit(...change))
    this.control = new Control(this.state, this.webhooks, this.badDays)
  }

  listen(port?: number): Promise<string> {
    return listenLocally(this.server, port)
  }

  async stop() {
    this.webhooks.stop()
    await closeServer(this.server)
  }

  private async serve(incoming: IncomingMessage, outgoing: ServerResponse) {
    try {
      const request = await readRequest(incoming)
      if (request.path.startsWith("/_simulator/")) {
        await this.serveControl(request, outgoing)
        return
      }
      this.calls.push(`${request.method} ${request.path}`)
      const day = this.badDays.take(`${request.method} ${request.path}`)
      await this.serveCall(request, outgoing, day)
    } catch (error) {
      send(outgoing, {
        status: 500,
        headers: {},
        body: { error: { type: "api_error", message: String(error) } },
      })
    }
  }

  private async serveCall(
    request: Request,
    outgoing: ServerResponse,
    day: BadDay | undefined
  ) {
    if (day?.kind === "delay") {
      await sleep(day.milliseconds ?? 1000)
    } else if (day?.kind === "drop") {
      outgoing.socket?.destroy()
      return
    } else if (day?.kind === "timeout-before") {
      return
    } else if (day?.kind === "refuse") {
      const { status, error } = refusal(day)
      send(outgoing, { status, body: { error }, headers: {} })
      return
    }
    const answer = await this.answer(request)
    if (day?.kind === "drop-after") {
      outgoing.socket?.destroy()
    } else if (day?.kind !== "timeout-after") {
      send(outgoing, answer)
    }
  }

  private answer(request: Request): Answer | Promise<Answer> {
    const { method, path, search, body, key } = request
    if (request.authorization !== `Bearer ${this.apiKey}`) {
      return errorAnswer(unauthorized())
    }
    const work = () => answerOf(() => this.call(method, path, body || search))
    return method === "POST"
      ? this.idempotency.answer(key, `${method} ${path} ${body}`, work)
      : work()
  }

  private call(method: string, path: string, encoded: string): object {
    const { handler, id } = findRoute(method, path)
    const form = decodeForm(encoded)
    const answer = handler({
      state: this.state,
      webhooks: this.webhooks,
      form,
      id,
      page: pageOf(form, path),
      nextRefundStatus: () => this.control.refundStatus,
    })
    return expanded(this.state, answer, form)
  }

  private async serveControl(request: Request, outgoing: ServerResponse) {
    const answer = await this.controlled(request)
    send(outgoing, answer)
  }

  private async controlled(request: Request): Promise<Answer> {
    try {
      const body = await controlAnswer(this, request)
      const status = body === undefined ? 404 : 200
      return { status, body: body ?? {}, headers: {} }
    } catch (error) {
      if (error instanceof ApiError) {
        return errorAnswer(error)
      }
      return { status: 400, body: { message: String(error) }, headers: {} }
    }
  }
}

function send(outgoing: ServerResponse, { status, body, headers }: Answer) {
  outgoing.writeHead(status, {
    "content-type": "application/json",
    "request-id": `req_${randomUUID()}`,
    ...headers,
  })
  outgoing.end(JSON.stringify(body))
}
