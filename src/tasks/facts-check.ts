import { z } from "@medusajs/framework/zod"
import { FACTS_MODULE } from "../modules/facts"
import type FactsModuleService from "../modules/facts/service"
import { JOBS_MODULE } from "../modules/jobs"
import type JobsModuleService from "../modules/jobs/service"
import { defineTask } from "../utils/define-task"
import { FACT_NAMES } from "../utils/facts"

export default defineTask({
  name: "facts-check",
  feature: "facts",
  payload: z.strictObject({
    name: z.enum(FACT_NAMES),
    subject_id: z.string(),
    converted: z.boolean().optional(),
  }),
  run: async (claim, { container }) => {
    const { tasks } = container.resolve<JobsModuleService>(JOBS_MODULE)
    const consumers = tasks
      .filter(({ facts }) => facts?.includes(claim.name))
      .map(({ name }) => name)
    const facts = container.resolve<FactsModuleService>(FACTS_MODULE)
    await facts.recordFact(claim, consumers)
  },
})
