export * from "./jobs"
export * from "./payment-webhooks"
export * from "./testimonials"
