export * from "./payment-webhooks"
export * from "./testimonials"
