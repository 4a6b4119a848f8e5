import { passwordHashCost } from "../configured-modules"
import { type ConfigCheck, ok, warning } from "../finding"

/** Medusa's is 15: some 100 ms and 32 MB a guess. */
const LEAST = 14

/** Whoever gets hold of the hashes tries passwords on them as fast as one is made. */
export const passwordHash: ConfigCheck = {
  name: "password-hash",
  examine: (setup) => {
    const cost = passwordHashCost(setup)
    return cost !== undefined && cost < LEAST
      ? warning(
          `a password's hash costs 2^${cost}: a stolen database's passwords are soon guessed`,
          "leave PASSWORD_HASH_LOG_N out (hashConfig.logN of auth-emailpass); whoever sets a new password gets the better hash"
        )
      : ok(cost === undefined ? "Medusa's own" : `2^${cost}`)
  },
}
