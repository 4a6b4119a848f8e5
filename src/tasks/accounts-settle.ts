import { settlementSchema } from "../utils/account-settlement"
import { defineTask } from "../utils/define-task"
import { settleLater } from "../workflows/accounts/settle-account"

/** Does what followed from a change of an account, where the server died that should have. */
export default defineTask({
  name: "accounts-settle",
  feature: "accounts",
  payload: settlementSchema,
  run: (settlement, { container }) => settleLater(container, settlement),
})
