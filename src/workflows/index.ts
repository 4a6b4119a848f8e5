export * from "./cash-on-delivery"
export * from "./jobs"
export * from "./payment-webhooks"
export * from "./testimonials"
