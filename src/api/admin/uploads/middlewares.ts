import { featureRoutes } from "../../utils/feature-routes"
import { limitFiles, limitPresigned, limitRequest } from "./upload-limits"

/**
 * Without `methods` a middleware runs before Medusa's own, so before its parser; with them it runs
 * after, when the files are there. Products' import is the other route that takes files.
 */
export const adminUploadsMiddlewares = featureRoutes("files", [
  { matcher: "/admin/uploads", middlewares: [limitRequest] },
  { matcher: "/admin/products/import", middlewares: [limitRequest] },
  {
    matcher: "/admin/uploads",
    methods: ["POST"],
    middlewares: [limitFiles],
  },
  {
    matcher: "/admin/products/import",
    methods: ["POST"],
    middlewares: [limitFiles],
  },
  {
    matcher: "/admin/uploads/presigned-urls",
    methods: ["POST"],
    middlewares: [limitPresigned],
  },
])
