/** What a host's own tasks need, exported as `medusa-commerce-suite/tasks`. */
export { addJob, type JobOptions, type SqlExecutor } from "./add-job"
export { defineTask, type Task, type TaskContext } from "./define-task"
export { type Fact, FACT_NAMES, type FactName, factPayload } from "./facts"
export { inTransaction } from "./in-transaction"
export { once } from "./once"
