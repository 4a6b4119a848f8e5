import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { LOGIN_EVENTS_MODULE } from "../../../modules/login-events"
import type LoginEventsModuleService from "../../../modules/login-events/service"
import { loginEventOf } from "./login-event-of"

type End = MedusaResponse["end"]

/**
 * Watches what Medusa's `/auth` routes answer, and has it written down. At `end` the answer is
 * known, whether its client still waits for it or not, and has not gone out yet.
 */
export function observeLogin(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  let body: unknown
  const json = res.json.bind(res)
  res.json = (answer) => {
    body = answer
    return json(answer)
  }
  const end = res.end.bind(res) as (...given: unknown[]) => MedusaResponse
  let isOver = false
  res.end = ((...given: unknown[]) => {
    const recorded = isOver ? undefined : record(req, res, body)
    isOver = true
    if (!recorded) {
      return end(...given)
    }
    void recorded.finally(() => end(...given))
    return res
  }) as End
  next()
}

/** @returns something to wait for, where the event has to be written first */
function record(
  req: MedusaRequest,
  res: MedusaResponse,
  body: unknown
): Promise<void> | undefined {
  try {
    const event = loginEventOf(req, res.statusCode, body)
    return event && serviceOf(req).record(event)
  } catch (error) {
    // Nobody is kept out by the log.
    req.scope
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`[login-events] not recorded: ${(error as Error).message}`)
    return undefined
  }
}

const serviceOf = ({ scope }: MedusaRequest) =>
  scope.resolve<LoginEventsModuleService>(LOGIN_EVENTS_MODULE)
