export * from "./testimonials"
