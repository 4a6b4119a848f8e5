export { deleteAccountWorkflow } from "./delete-account"
export { reactivateAccountWorkflow } from "./reactivate-account"
export { suspendAccountWorkflow } from "./suspend-account"
