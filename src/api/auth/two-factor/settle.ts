import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { beforeAnswer } from "../../utils/before-answer"

type Answer = { status: number; body: unknown }

/** What follows once Medusa has decided about a factor, before the caller hears of it. A failure of it is logged. */
export function settle(
  req: MedusaRequest,
  res: MedusaResponse,
  work: (answer: Answer) => Promise<void>
) {
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  beforeAnswer(res, work, (error) =>
    logger.error(`[two-factor] ${(error as Error).message}`)
  )
}

/** The same, only where Medusa did what it was asked to. */
export function afterSuccess(
  req: MedusaRequest,
  res: MedusaResponse,
  work: (body: unknown) => Promise<void>
) {
  settle(req, res, async ({ status, body }) => {
    if (status < 400) {
      await work(body)
    }
  })
}
