import { type ConfigCheck, ok, warning } from "../finding"

/** Without reports the store goes on writing to addresses that bounce, and who called its mails spam. */
export const deliveryReports: ConfigCheck = {
  name: "delivery-reports",
  examine: ({ suite: { messages } }) => {
    const { sendgrid, twilio } = messages || {}
    if (sendgrid && !sendgrid.webhookPublicKey) {
      return warning(
        "no verification key: SendGrid's events are refused",
        "set SENDGRID_WEBHOOK_PUBLIC_KEY to the key that SendGrid shows for its signed event webhook"
      )
    }
    if (twilio && !twilio.publicUrl) {
      return warning(
        "no public address: Twilio is not asked what became of SMS",
        "set BACKEND_URL to where Twilio reaches this store"
      )
    }
    return ok(sendgrid || twilio ? "are taken" : "not set up")
  },
}
