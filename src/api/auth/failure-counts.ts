import { createHmac } from "node:crypto"
import type { MedusaRequest } from "@medusajs/framework/http"
import { featureOptions, suiteSecret } from "../../config/suite-options"
import { presetLimits } from "../../modules/sign-in/options"
import type { Count } from "../utils/attempts"
import { requestClientIp } from "../utils/client-ip"

/** The wait grows: so many failures make one of 5 minutes, twice as many one of an hour, three times one of a day. */
const WAITS = [300, 3600, 86_400]

/** All known browsers of an account together: each sign-in may make one, and one by one they would be no limit. */
const BROWSERS = { passwords: 10, codes: 5 }
const DAY = 86_400

/** No address lies in the counters' table, and without the secret nobody can try addresses on what does. */
export const hashOf = (text: string) =>
  createHmac("sha256", suiteSecret())
    .update(text)
    .digest("base64url")
    .slice(0, 22)

const growing = (name: string, key: string): Count[] =>
  WAITS.map((seconds, index) => ({
    limit: {
      name: `${name}.${seconds}`,
      points: featureOptions("sign-in").failuresPerAccount * (index + 1),
      seconds,
    },
    key,
    wipedBySuccess: true,
  }))

type Who = {
  /** What is guessed at: provider and e-mail address, or the id of an identity. */
  account: string
  /** A browser that signed in to the account before. */
  browser: string | undefined
}

/**
 * What a wrong password is held against: the account together with the ip, and the ip alone. A known browser has
 * counters of its own instead, so that nobody's guesses keep the owner out, and one with all others that are known.
 */
export function passwordCounts(
  req: MedusaRequest,
  { account, browser }: Who,
  perIp = {
    name: "sign-in.ip",
    ...presetLimits(featureOptions("sign-in")).failuresPerIp,
  }
): Count[] {
  if (browser) {
    const points =
      featureOptions("sign-in").failuresPerAccount * BROWSERS.passwords
    return [
      ...growing("sign-in.browser", browser),
      {
        limit: { name: "sign-in.browsers", points, seconds: DAY },
        key: hashOf(account),
      },
    ]
  }
  const client = requestClientIp(req)
  const counts = growing("sign-in.account", hashOf(`${account}\n${client.key}`))
  return client.isStorefront
    ? counts
    : [...counts, { limit: perIp, key: client.key }]
}

/** What a wrong code is held against. */
export function codeCounts({ account, browser }: Who): Count[] {
  const { failedCodes } = featureOptions("sign-in")
  const key = hashOf(account)
  if (!browser) {
    return [{ limit: { name: "sign-in.code", ...failedCodes }, key }]
  }
  const points = failedCodes.points * BROWSERS.codes
  return [
    { limit: { name: "sign-in.code.browser", ...failedCodes }, key: browser },
    { limit: { ...failedCodes, name: "sign-in.code.browsers", points }, key },
  ]
}
