import { redisUrl } from "../configured-modules"
import { ok, refusal, type StoreCheck, warning } from "../finding"
import { redisInfo } from "../redis-info"

const NOEVICTION = "noeviction"

/** A Redis that evicts under memory pressure drops locks, queued events and workflows. */
export const redis: StoreCheck = {
  name: "redis",
  examine: async (setup) => {
    const url = redisUrl(setup)
    if (!url) {
      return ok("not used")
    }
    try {
      const info = await redisInfo(url)
      const policy = info["maxmemory_policy"] ?? "unknown"
      return policy === NOEVICTION
        ? ok(`version ${info["redis_version"]}, ${NOEVICTION}`)
        : warning(
            `maxmemory-policy is ${policy}: under memory pressure Redis would drop locks and events`,
            `CONFIG SET maxmemory-policy ${NOEVICTION}, and in redis.conf`
          )
    } catch (error) {
      return refusal(
        `not reachable: ${(error as Error).message}`,
        "start it, and check REDIS_URL"
      )
    }
  },
}
