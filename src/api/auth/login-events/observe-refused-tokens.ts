import { subscribe } from "node:diagnostics_channel"
import type { IncomingMessage, ServerResponse } from "node:http"
import { container } from "@medusajs/framework"
import { configManager } from "@medusajs/framework/config"
import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { isOff } from "../../../config/suite-options"
import { LOGIN_EVENTS_MODULE } from "../../../modules/login-events"
import type LoginEventsModuleService from "../../../modules/login-events/service"
import { BurstLimit } from "../../../utils/burst-limit"
import type { LoginClaims } from "../../../utils/login-claims"
import { requestFacts } from "./login-event-of"

type Started = { request: IncomingMessage; response: ServerResponse }

/** A page whose token ran out asks a dozen times, and somebody who tries tokens as often as they can: some are enough. */
const noted = new BurstLimit({ perKey: 5, all: 300, windowMs: 60_000 })

/** What nobody gets at without a login. */
const CLOSED = /^\/(admin|store\/customers\/me)(?=[/?]|$)/i

/** Medusa's cookie, where the host gives it no other name. */
const SESSION_COOKIE = "connect.sid"

/** Who brings nothing along was refused nothing. */
function bringsLogin({ headers }: IncomingMessage): boolean {
  if (headers.authorization?.slice(0, 7).toLowerCase() === "bearer ") {
    return true
  }
  const name = configManager.config.projectConfig.sessionOptions?.name
  return Boolean(headers.cookie?.includes(`${name ?? SESSION_COOKIE}=`))
}

/**
 * Notes tokens and cookies that count no more, or never did, once their answer is out: nobody waits for it. Medusa asks
 * for an admin's login before any middleware of a plugin's; Node tells of each request before that.
 */
export function observeRefusedTokens() {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as Started
    if (CLOSED.test(request.url ?? "") && bringsLogin(request)) {
      // Node forgets the address of a client that has left, unless it was asked before.
      void request.socket.remoteAddress
      response.once("close", () => {
        if (response.statusCode === 401 && !isOff("login-events")()) {
          record(request as MedusaRequest).catch(warn)
        }
      })
    }
  })
}

async function record(req: MedusaRequest) {
  const facts = requestFacts(req)
  if (noted.allows(facts.ip ?? "", Date.now())) {
    await container
      .resolve<LoginEventsModuleService>(LOGIN_EVENTS_MODULE)
      .record({ ...facts, ...whoOf(req) })
  }
}

const warn = (error: Error) =>
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(`[login-events] not recorded: ${error.message}`)

/** Who a refused token says it is, is nobody's business, unless its signature was good. */
function whoOf(req: MedusaRequest) {
  const { auth_context: login } = req as { auth_context?: LoginClaims }
  return {
    outcome: "token_refused" as const,
    actor_type: /^\/admin/i.test(req.originalUrl) ? "user" : "customer",
    actor_id: login?.actor_id || null,
    ...{ auth_identity_id: null, provider: null, identifier: null },
  }
}
