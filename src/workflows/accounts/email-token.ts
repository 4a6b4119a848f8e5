import { suiteSecret } from "../../config/suite-options"
import { checkToken, signToken } from "../../utils/signed-token"

const PURPOSE = "accounts.email-change"

/** What only the new address's mailbox gets. */
export const emailToken = ({
  id,
  expires_at,
}: {
  id: string
  expires_at: Date
}) =>
  signToken(
    { purpose: PURPOSE, id, expiresAt: new Date(expires_at) },
    suiteSecret()
  )

export const checkEmailToken = (token: string, now: Date) =>
  checkToken(token, PURPOSE, suiteSecret(), now.getTime())
