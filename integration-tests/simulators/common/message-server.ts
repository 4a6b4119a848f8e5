import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import { type BadDayOf, BadDaysOf } from "./bad-days"
import { bodyText, closeServer, listenLocally } from "./local-server"

/** What may go wrong with the coming calls of a vendor that sends messages. */
export type BadDay = BadDayOf<never, 401 | 429 | 500 | 503>

export type VendorRequest = {
  method: string
  path: string
  authorization: string
  body: string
}

export type VendorAnswer = {
  status: number
  body?: unknown
  headers?: Record<string, string>
}

/** A vendor of one call, on this machine, with bad days. */
export class MessageServer {
  readonly badDays = new BadDaysOf<BadDay>()
  private readonly server = createServer((incoming, outgoing) => {
    void this.serve(incoming, outgoing)
  })

  constructor(
    private readonly answer: (request: VendorRequest) => VendorAnswer,
    /** The vendor's words for a bad day. */
    private readonly refusal: (status: number) => unknown
  ) {}

  listen = () => listenLocally(this.server)
  stop = () => closeServer(this.server)

  private async serve(incoming: IncomingMessage, outgoing: ServerResponse) {
    const { method = "", url: path = "", headers } = incoming
    const body = await bodyText(incoming)
    const { authorization = "" } = headers
    const day = this.badDays.take(`${method} ${path}`)
    if (day?.kind === "drop") {
      outgoing.socket?.destroy()
    } else if (day?.kind === "refuse") {
      const { status = 500 } = day
      send(outgoing, { status, body: this.refusal(status) })
    } else if (day?.kind !== "timeout-before") {
      const request = { method, path, authorization, body }
      await this.sendBadly(outgoing, this.answer(request), day)
    }
  }

  private async sendBadly(
    outgoing: ServerResponse,
    answer: VendorAnswer,
    day?: BadDay
  ) {
    if (day?.kind === "drop-after") {
      outgoing.socket?.destroy()
      return
    }
    if (day?.kind === "delay") {
      await sleep(day.milliseconds ?? 1000)
    }
    if (day?.kind !== "timeout-after") {
      send(outgoing, answer)
    }
  }
}

function send(
  outgoing: ServerResponse,
  { status, body, headers }: VendorAnswer
) {
  outgoing.writeHead(status, { "content-type": "application/json", ...headers })
  outgoing.end(body === undefined ? "" : JSON.stringify(body))
}
