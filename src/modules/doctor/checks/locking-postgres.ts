import { lockingProviders } from "../configured-modules"
import { type ConfigCheck, ok, refusal } from "../finding"

/** It grants two locks without an owner on one cart, and never frees those of a killed instance. */
export const lockingPostgres: ConfigCheck = {
  name: "locking-postgres",
  examine: (setup) =>
    lockingProviders(setup).some((name) => name.includes("locking-postgres"))
      ? refusal(
          "the provider locking-postgres lets two instances complete one cart, and after a crash its carts stay locked for ever",
          'use "@medusajs/medusa/locking-redis" with REDIS_URL, or no locking provider with a single instance'
        )
      : ok("not used"),
}
