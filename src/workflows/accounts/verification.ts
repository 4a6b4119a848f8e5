import { isOff, suiteOptions } from "../../config/suite-options"

/** How customers show that an address is theirs. */
export function verificationMode(): "off" | "link" | "code" {
  const { accounts } = suiteOptions()
  return accounts ? accounts.verification : "off"
}

/** Whether a new customer is greeted only once they did. */
export const isVerificationOn = () =>
  !isOff("accounts")() && verificationMode() !== "off"
