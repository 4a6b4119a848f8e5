import { chromium, onlineRetailFile, redis } from "./environment"

const describeIf = (available: unknown): jest.Describe =>
  available ? describe : describe.skip

/** `scripts/test.mjs` says loudly what is missing; what is skipped here is counted. */
export const describeWithChromium = describeIf(chromium())
export const describeWithRedis = describeIf(redis())
export const describeWithOnlineRetail = describeIf(onlineRetailFile())
