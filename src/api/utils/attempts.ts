import type { MedusaContainer } from "@medusajs/framework/types"
import { isOff } from "../../config/suite-options"
import { RATE_LIMITS_MODULE } from "../../modules/rate-limits"
import type RateLimitsModuleService from "../../modules/rate-limits/service"
import type { RateLimit } from "../../modules/rate-limits/service"
import { withFactor } from "./rate-limit"

/** One counter that an attempt is held against. */
export type Count = {
  limit: RateLimit
  key: string
  /** A success wipes it, instead of only not counting: what was held against its owner were slips. */
  wipedBySuccess?: boolean
}

export type Attempt =
  | {
      allowed: true
      /** It was no failure, and never counts. */
      succeed: () => Promise<void>
      /** It was neither: the server's fault, say. */
      takeBack: () => Promise<void>
    }
  | { allowed: false; retryAfterSeconds: number }

const FREE: Attempt = {
  allowed: true,
  succeed: async () => {},
  takeBack: async () => {},
}

/**
 * Counts an attempt as a failure before it is made, so that of a hundred at once no more are tried than are allowed;
 * what then succeeds is given back. What one counter refuses counts on none of the others.
 * @example
 * const attempt = await beginAttempt(req.scope, [{ limit: { name: "login.ip", points: 100, seconds: 86_400 }, key: ip }])
 */
export async function beginAttempt(
  container: MedusaContainer,
  counts: Count[]
): Promise<Attempt> {
  if (isOff("rate-limits")() || counts.length === 0) {
    return FREE
  }
  const rateLimits =
    container.resolve<RateLimitsModuleService>(RATE_LIMITS_MODULE)
  const taken = await Promise.all(
    counts.map(async (count) => {
      const limit = withFactor(count.limit)
      const result = await rateLimits.consume(limit, count.key)
      return { ...count, limit, result }
    })
  )
  const allowed = taken.filter(({ result }) => result.allowed)
  const giveBack = async () => {
    await Promise.all(
      allowed.map(({ limit, key }) => rateLimits.giveBack(limit, key))
    )
  }
  if (allowed.length < taken.length) {
    await giveBack()
    return { allowed: false, retryAfterSeconds: longestWait(taken) }
  }
  const succeed = async () => {
    await Promise.all(
      taken.map(({ limit, key, wipedBySuccess }) =>
        wipedBySuccess
          ? rateLimits.forget(limit, key)
          : rateLimits.giveBack(limit, key)
      )
    )
  }
  return { allowed: true, succeed, takeBack: giveBack }
}

type Taken = {
  result: Awaited<ReturnType<RateLimitsModuleService["consume"]>>
}

const longestWait = (taken: Taken[]) =>
  Math.max(
    ...taken.map(({ result }) =>
      result.allowed ? 0 : result.retryAfterSeconds
    )
  )
