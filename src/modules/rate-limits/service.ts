import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible"

/** A named allowance: so many points in a window of so many seconds. */
export type RateLimit = {
  /** Names the counter, such as "testimonials.submit.ip". */
  name: string
  points: number
  /** Length of the window in seconds. */
  seconds: number
}

export type RateLimitResult =
  | { allowed: true; remaining: number }
  | { allowed: false; retryAfterSeconds: number }

type Dependencies = { [ContainerRegistrationKeys.PG_CONNECTION]: unknown }

/**
 * Counts attempts in Postgres, so every instance sees the same count. One statement
 * per attempt; concurrent attempts never let one more through than allowed.
 */
export default class RateLimitsModuleService {
  private readonly connection: unknown
  private readonly limiters = new Map<string, RateLimiterPostgres>()

  constructor(dependencies: Dependencies) {
    this.connection = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
  }

  /**
   * Takes one point of an allowance.
   *
   * @param limit - the allowance
   * @param key - who it is counted for, such as a client's ip
   * @returns whether the attempt may go on, and if not after how many seconds it may
   * @throws what the database throws when it cannot be reached
   * @example await rateLimits.consume({ name: "login", points: 10, seconds: 900 }, "203.0.113.7")
   */
  async consume(limit: RateLimit, key: string): Promise<RateLimitResult> {
    try {
      const { remainingPoints } = await this.limiter(limit).consume(key)
      return { allowed: true, remaining: remainingPoints }
    } catch (refused) {
      if (refused instanceof RateLimiterRes) {
        const retryAfterSeconds = Math.ceil(refused.msBeforeNext / 1000)
        return {
          allowed: false,
          retryAfterSeconds: Math.max(1, retryAfterSeconds),
        }
      }
      throw refused
    }
  }

  /**
   * Gives back a point that was taken for what turned out not to count.
   * @example await rateLimits.giveBack({ name: "login", points: 10, seconds: 900 }, "203.0.113.7")
   */
  async giveBack(limit: RateLimit, key: string): Promise<void> {
    await this.limiter(limit).reward(key, 1)
  }

  /** Begins anew: nothing is counted for the key. */
  async forget(limit: RateLimit, key: string): Promise<void> {
    await this.limiter(limit).delete(key)
  }

  private limiter({ name, points, seconds }: RateLimit): RateLimiterPostgres {
    const id = `${name}:${points}:${seconds}`
    const known = this.limiters.get(id)
    if (known) {
      return known
    }
    const limiter = new RateLimiterPostgres({
      storeClient: this.connection,
      storeType: "knex",
      tableName: "rate_limit",
      tableCreated: true,
      keyPrefix: name,
      points,
      duration: seconds,
    })
    this.limiters.set(id, limiter)
    return limiter
  }
}
