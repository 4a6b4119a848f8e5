import path from "node:path"
import { configManager } from "@medusajs/framework/config"
import type { ExecArgs } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { withSchemaLock } from "../core-tables/ensure"
import { countWorkers, removeCoreTableObjects } from "../core-tables/remove"
import { JOBS_MODULE } from "../modules/jobs"
import { loadTasks } from "../modules/jobs/load-tasks"
import type JobsModuleService from "../modules/jobs/service"

/**
 * Takes the suite off Medusa's tables, before its package is removed. Its own tables stay.
 * Waiting jobs are lost. Refuses while servers run, which would go on adding to the queue,
 * unless the word `force` follows.
 * @example npx medusa exec ./src/scripts/remove-suite.ts
 */
export default async function removeSuite({ container, args }: ExecArgs) {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const { pool } = container.resolve<JobsModuleService>(JOBS_MODULE)
  const tasks = await loadTasks([
    path.join(__dirname, "../tasks"),
    path.join(configManager.baseDir, "src/tasks"),
  ])
  const lines = await withSchemaLock(pool, async (client) => {
    const workers = await countWorkers(client)
    if (workers > 0 && !args.includes("force")) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `${workers} worker(s) of the suite run: stop all servers first, or add the word "force"`
      )
    }
    return removeCoreTableObjects(
      client,
      tasks.map(({ name }) => name)
    )
  })
  for (const line of lines) {
    logger.info(line)
  }
}
