import { factorChangeSchema } from "../modules/two-factor/factor-change"
import { defineTask } from "../utils/define-task"
import { settleFactorChangeLater } from "../workflows/two-factor/settle-factor-change"

/** Does what followed from a change of a second factor, where the server died that should have. */
export default defineTask({
  name: "two-factor-settle",
  feature: "two-factor",
  payload: factorChangeSchema,
  run: (change, { container }) => settleFactorChangeLater(container, change),
})
