import { suiteSecret } from "../../config/suite-options"
import { checkToken, signToken } from "../../utils/signed-token"

const PURPOSE = "login-events.disown"
const DAYS = 7
const DAY_MS = 86_400_000

/** When the link in the mail about a new device ends. */
export const linkEnd = (firstSeenAt: string) =>
  new Date(Date.parse(firstSeenAt) + DAYS * DAY_MS)

/** What only the owner's mailbox gets: it says that a device is not theirs. */
export const deviceToken = (device: { id: string; first_seen_at: string }) =>
  signToken(
    {
      purpose: PURPOSE,
      id: device.id,
      expiresAt: linkEnd(device.first_seen_at),
    },
    suiteSecret()
  )

export const checkDeviceToken = (token: string, now: Date) =>
  checkToken(token, PURPOSE, suiteSecret(), now.getTime())
