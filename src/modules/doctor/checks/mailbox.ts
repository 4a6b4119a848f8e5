import { isLoopback } from "../../../utils/option-kit"
import { notificationIds } from "../configured-modules"
import { type ConfigCheck, ok, warning } from "../finding"

/** A store that others reach must send its mails, and let nobody open those of others. */
export const mailbox: ConfigCheck = {
  name: "mailbox",
  examine: (setup) => {
    const { general, messages } = setup.suite
    if (!messages || !notificationIds(setup).includes("mailbox")) {
      return ok("not used")
    }
    if (isLoopback(general.backendUrl)) {
      return ok("mails stay on this machine")
    }
    if (messages.openMailbox) {
      return warning(
        "mails stay in the store, and any admin can open links there that are other people's",
        "set SMTP_HOST or SENDGRID_API_KEY, or the option messages.openMailbox to false"
      )
    }
    return setup.isProduction
      ? warning(
          "mails stay in the store: no customer gets any",
          "set SMTP_HOST or SENDGRID_API_KEY"
        )
      : ok("mails stay in the store")
  },
}
