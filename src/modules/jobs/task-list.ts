import { container } from "@medusajs/framework"
import type { Logger } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { type CronItem, type JobHelpers, type TaskList } from "graphile-worker"
import { suiteSecret } from "../../config/suite-options"
import { actAs } from "../../utils/actor-context"
import { MAX_ATTEMPTS, openPayload } from "../../utils/add-job"
import type { Task } from "../../utils/define-task"
import { describeIssues } from "../../utils/zod-issues"

const DAY_MS = 24 * 60 * 60 * 1000

/** The suite's tasks as graphile-worker wants them. */
export function taskList(tasks: Task[], logger: Logger): TaskList {
  return Object.fromEntries(
    tasks.map((task) => [
      task.name,
      (payload: unknown, { job }: JobHelpers) =>
        actAs({ cause: "job" }, () =>
          task.run(parsePayload(task, payload), {
            container,
            logger,
            now: new Date(),
            job: {
              id: String(job.id),
              attempt: job.attempts,
              isLastAttempt: job.attempts >= job.max_attempts,
            },
          })
        ),
    ])
  )
}

function parsePayload(task: Task, payload: unknown): unknown {
  // graphile-worker tells cron jobs their tick this way.
  const { _cron, ...own } = (payload ?? {}) as Record<string, unknown>
  const parsed = task.payload.safeParse(openPayload(own, suiteSecret))
  if (parsed.success) {
    return parsed.data
  }
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Invalid payload of ${task.name}: ${describeIssues(parsed.error.issues, "payload")}`
  )
}

/**
 * Ticks of one task share key and queue: they never overlap, and what was missed while
 * no instance ran is made up for by a single run.
 */
export function cronItems(tasks: Task[]): CronItem[] {
  return tasks.flatMap(({ name, cron }) =>
    cron
      ? [
          {
            task: name,
            identifier: name,
            match: cron,
            options: {
              backfillPeriod: DAY_MS,
              jobKey: `cron:${name}`,
              queueName: `cron:${name}`,
              maxAttempts: MAX_ATTEMPTS,
            },
          },
        ]
      : []
  )
}
