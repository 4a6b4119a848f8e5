import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import type { z } from "@medusajs/framework/zod"
import type { FeatureSlug } from "../config"

/** What a task learns about the job it handles, besides the payload. */
export type TaskContext = {
  container: MedusaContainer
  logger: Logger
  /** When this attempt began. */
  now: Date
  job: {
    /** Equal on every attempt: the root of idempotency keys. */
    id: string
    /** 1 on the first attempt. */
    attempt: number
    /** After this attempt the job is dead, unless somebody retries it. */
    isLastAttempt: boolean
  }
}

/**
 * How a kind of job is handled. A task may run more than once for one job, on any instance,
 * and after a crash half-way: it must be idempotent. Throwing means: try again later.
 */
export type Task<Schema extends z.ZodType = z.ZodType> = {
  /** Equal to the file's name: `<slug>-<verb>`. Jobs carry it. */
  name: string
  /** The feature of the suite it belongs to; switched off with it. A host's own tasks have none. */
  feature?: FeatureSlug
  /** Jobs whose payload does not match fail with the fields' names. */
  payload: Schema
  /**
   * Makes it scheduled work: a crontab line's five fields, in UTC. One run per tick on any
   * number of instances, never two at once; ticks missed within a day are made up for by one run.
   * The payload of such a run is `{}`.
   */
  cron?: string
  run: (payload: z.infer<Schema>, context: TaskContext) => Promise<void>
}

/**
 * Declares a task; the default export of a file in `src/tasks/`.
 * @example
 * export default defineTask({
 *   name: "newsletter-send",
 *   payload: z.strictObject({ campaign_id: z.string() }),
 *   run: async ({ campaign_id }, { container }) => {
 *     await sendCampaignWorkflow(container).run({ input: { campaign_id } })
 *   },
 * })
 */
export function defineTask<Schema extends z.ZodType>(task: Task<Schema>) {
  return task
}
