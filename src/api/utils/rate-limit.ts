import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { featureOptions, isOff } from "../../config/suite-options"
import { RATE_LIMITS_MODULE } from "../../modules/rate-limits"
import type RateLimitsModuleService from "../../modules/rate-limits/service"
import type { RateLimit } from "../../modules/rate-limits/service"

type RateLimitRule = {
  /** The allowance; a function, because options are known only when the app runs. */
  limit: () => RateLimit
  /** Who is counted; undefined leaves this request uncounted. */
  key: (req: MedusaRequest) => string | undefined
}

/**
 * Middleware that answers 429 with `Retry-After` (seconds) once an allowance is used up.
 * @example rateLimit({ limit: () => ({ name: "reviews.submit", points: 5, seconds: 3600 }), key: (req) => requestClientIp(req).key })
 */
export function rateLimit({ limit, key }: RateLimitRule) {
  return async (
    req: MedusaRequest,
    res: MedusaResponse,
    next: MedusaNextFunction
  ) => {
    const counted = isOff("rate-limits")() ? undefined : key(req)
    if (counted === undefined) {
      return next()
    }
    const rateLimits =
      req.scope.resolve<RateLimitsModuleService>(RATE_LIMITS_MODULE)
    const result = await rateLimits.consume(withFactor(limit()), counted)
    if (result.allowed) {
      return next()
    }
    answerTooMany(res, result.retryAfterSeconds)
  }
}

/** An allowance as the option `rate-limits.factor` has it. */
export function withFactor(limit: RateLimit): RateLimit {
  const { factor } = featureOptions("rate-limits")
  return { ...limit, points: Math.max(1, Math.floor(limit.points * factor)) }
}

export function answerTooMany(res: MedusaResponse, retryAfterSeconds: number) {
  res.setHeader("Retry-After", String(retryAfterSeconds))
  res.status(429).json({
    type: "too_many_requests",
    message: `Too many requests. Try again in ${retryAfterSeconds} seconds.`,
  })
}
