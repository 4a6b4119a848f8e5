import { z } from "@medusajs/framework/zod"
import { featureOptions } from "../config/suite-options"
import { FACTS_MODULE } from "../modules/facts"
import type FactsModuleService from "../modules/facts/service"
import { defineTask } from "../utils/define-task"

export default defineTask({
  name: "facts-sweep",
  feature: "facts",
  payload: z.strictObject({}),
  cron: "* * * * *",
  run: async (_, { container, logger, now }) => {
    const facts = container.resolve<FactsModuleService>(FACTS_MODULE)
    const { lookBackDays } = featureOptions("facts")
    const missed = await facts.sweepFacts(lookBackDays, now)
    if (missed > 0) {
      logger.warn(`[facts] ${missed} missed fact(s) found`)
    }
  },
})
