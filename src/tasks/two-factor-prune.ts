import { z } from "@medusajs/framework/zod"
import { TWO_FACTOR_MODULE } from "../modules/two-factor"
import type TwoFactorModuleService from "../modules/two-factor/service"
import { defineTask } from "../utils/define-task"

/** Forgets used codes that could not be shown again, each hour. */
export default defineTask({
  name: "two-factor-prune",
  feature: "two-factor",
  cron: "7 * * * *",
  payload: z.strictObject({}),
  run: async (_, { container }) => {
    await container
      .resolve<TwoFactorModuleService>(TWO_FACTOR_MODULE)
      .pruneCodes()
  },
})
