import { defineMiddlewares } from "@medusajs/framework/http"
import { adminJobsMiddlewares } from "./admin/jobs/middlewares"
import { adminTestimonialsMiddlewares } from "./admin/testimonials/middlewares"
import { storeCartsMiddlewares } from "./store/carts/middlewares"
import { storeTestimonialsMiddlewares } from "./store/testimonials/middlewares"
import { suiteErrorHandler } from "./utils/error-handler"
import { guardRequests } from "./utils/request-guard"

guardRequests()

export default defineMiddlewares({
  errorHandler: suiteErrorHandler,
  routes: [
    ...adminJobsMiddlewares,
    ...adminTestimonialsMiddlewares,
    ...storeCartsMiddlewares,
    ...storeTestimonialsMiddlewares,
  ],
})
