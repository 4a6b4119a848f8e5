export * from "./remove-jobs"
export * from "./retry-jobs"
