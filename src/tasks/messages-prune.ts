import { z } from "@medusajs/framework/zod"
import { featureOptions } from "../config/suite-options"
import { MESSAGES_MODULE } from "../modules/messages"
import { appendToArchive } from "../modules/messages/archive"
import type MessagesModuleService from "../modules/messages/service"
import { defineTask } from "../utils/define-task"

const DAY_MS = 86_400_000

/** Forgets what messages said, and later that they were sent, each night; what is archived first, by option. */
export default defineTask({
  name: "messages-prune",
  feature: "messages",
  cron: "17 3 * * *",
  payload: z.strictObject({}),
  run: async (_, { container, now }) => {
    const { keepBodyDays, keepDays, archiveDir } = featureOptions("messages")
    const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
    await container
      .resolve<MessagesModuleService>(MESSAGES_MODULE)
      .pruneMessages({
        bodiesBefore: before(keepBodyDays),
        rowsBefore: before(keepDays),
        archive: archiveDir
          ? (rows) => appendToArchive(archiveDir, now, rows)
          : undefined,
      })
  },
})
