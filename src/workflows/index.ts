export * from "./jobs"
export * from "./testimonials"
