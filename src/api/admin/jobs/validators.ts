import { z } from "@medusajs/framework/zod"
import { JOB_STATES } from "../../../types/jobs"
import { idList, plainText } from "../../../utils/input"
import { paging, queryEnumList } from "../../../utils/list-input"

export const AdminGetJobs = z.strictObject({
  state: queryEnumList(JOB_STATES).optional(),
  /** A part of the task's name. */
  q: plainText(100).optional(),
  ...paging(20),
})
export type AdminGetJobsType = z.infer<typeof AdminGetJobs>

/** graphile-worker numbers its jobs. */
const jobId = z
  .string()
  .regex(/^[1-9]\d{0,17}$/, "must be the number of a job, as a string")

export const AdminJobIds = z.strictObject({
  ids: idList(100, jobId),
})
export type AdminJobIdsType = z.infer<typeof AdminJobIds>
