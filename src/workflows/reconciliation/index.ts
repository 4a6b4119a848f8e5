export {
  confirmGatewayAccountWorkflow,
  dismissReconciliationCaseWorkflow,
} from "./close-case"
export { ReconciliationEvents } from "./events"
export { bookCapturesWorkflow, finishCaptureWorkflow } from "./finish-capture"
export { linkOrderWorkflow, reserveOrderWorkflow } from "./finish-order"
export { finishRefundWorkflow, undoRefundWorkflow } from "./finish-refund"
export {
  listReconciliationCaseWorkflow,
  noteReconciliationRepairWorkflow,
} from "./put-case"
export { retryReconciliationCaseWorkflow } from "./retry-reconciliation-case"
export { repairStockDriftWorkflow } from "./repair-stock-drift"
export { returnSurplusWorkflow } from "./return-surplus"
export { undoOrderWorkflow } from "./undo-order"
