import {
  chromium,
  onlineRetailFile,
  redis,
  storeEnvironment,
} from "./environment"

const describeIf = (available: unknown): jest.Describe =>
  available ? describe : describe.skip

/** `scripts/test.mjs` says loudly what is missing; what is skipped here is counted. */
export const describeWithChromium = describeIf(chromium())
export const describeWithRedis = describeIf(redis())
export const describeWithOnlineRetail = describeIf(onlineRetailFile())

/** Whoever works on a route builds no admin. */
export const itWithAdmin = () =>
  storeEnvironment().ADMIN_DISABLED ? it.skip : it
