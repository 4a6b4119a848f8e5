export * from "./jobs"
export * from "./payment-webhooks"
export * from "./reconciliation"
export * from "./testimonials"
