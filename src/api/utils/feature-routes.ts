import type { MiddlewareRoute } from "@medusajs/framework/http"
import type { FeatureSlug } from "../../config"
import { isOff } from "../../config/suite-options"

/** A feature's middlewares, or none when it is switched off, so that its paths answer 404 like any unknown path. */
export function featureRoutes(
  slug: FeatureSlug,
  routes: MiddlewareRoute[]
): MiddlewareRoute[] {
  return isOff(slug)() ? [] : routes
}
