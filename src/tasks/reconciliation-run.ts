import { z } from "@medusajs/framework/zod"
import { actAs } from "../utils/actor-context"
import { defineTask } from "../utils/define-task"
import {
  RUN_TASK,
  runReconciliation,
} from "../workflows/reconciliation/run-reconciliation"

/** Lays Medusa's books beside the gateways', each minute, one at a time on any number of instances. */
export default defineTask({
  name: RUN_TASK,
  feature: "reconciliation",
  payload: z.strictObject({}),
  cron: "* * * * *",
  run: (_, context) =>
    actAs({ cause: "reconcile" }, () => runReconciliation(context)),
})
