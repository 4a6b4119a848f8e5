import { type ConfigCheck, ok, warning } from "../finding"

/** Medusa speaks no https itself: whoever does stands before it. */
export const trustedHops: ConfigCheck = {
  name: "trusted-hops",
  examine: ({ suite: { general } }) =>
    general.trustedHops === 0 && general.backendUrl.startsWith("https:")
      ? warning(
          "general.backendUrl is https, so a proxy stands before the store, and general.trustedHops is 0: all clients count as one",
          "set TRUSTED_PROXY_HOPS (option general.trustedHops) to the number of your proxies, usually 1"
        )
      : ok(`${general.trustedHops}`),
}
