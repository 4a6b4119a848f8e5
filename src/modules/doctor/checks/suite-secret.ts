import { type ConfigCheck, ok, warning } from "../finding"

/** A derived secret changes with Medusa's: links in mails that were sent would die. */
export const suiteSecretCheck: ConfigCheck = {
  name: "suite-secret",
  examine: ({ suite }) =>
    suite.general.secret
      ? ok("set")
      : warning(
          "general.secret is derived from Medusa's JWT secret: a new one of that voids the suite's links and sealed texts",
          "set SUITE_SECRET (option general.secret) to a random text and keep it"
        ),
}
