import { defineConfig } from "@medusajs/framework/utils"
import type { CommerceSuiteOptions } from "../options"
import { withCommerceSuite } from "../with-commerce-suite"

type Provider = { resolve: string; id: string; options: object }
type Notification = { options: { providers: Provider[] } }
type Messages = NonNullable<Exclude<CommerceSuiteOptions["messages"], false>>

const FROM = { from: "orders@shop.test" }
const SMTP: Messages = { ...FROM, smtp: { host: "mail.shop.test" } }
const SENDGRID: Messages = { ...FROM, sendgrid: { apiKey: "SG.1" } }
const ACCOUNT = { accountSid: `AC${"0".repeat(32)}`, authToken: "token" }
const TWILIO: Messages = { twilio: { ...ACCOUNT, from: "+15005550006" } }

const host = (channels?: string[]) =>
  defineConfig({
    modules: channels && [
      {
        resolve: "@medusajs/medusa/notification",
        options: {
          providers: [
            {
              resolve: "./src/providers/own",
              id: "own",
              options: { channels },
            },
          ],
        },
      },
    ],
  })

const sendersOf = (messages: Messages, config = host()) => {
  const { modules } = withCommerceSuite(config, { messages }, { life: "app" })
  const { notification } = modules as unknown as { notification: Notification }
  return notification.options.providers
}
const idsOf = (...given: Parameters<typeof sendersOf>) =>
  sendersOf(...given).map(({ id }) => id)

describe("who sends the suite's messages", () => {
  it("is a mailbox in the store, SMTP or SendGrid, and Twilio for SMS", () => {
    expect(idsOf({})).toEqual(["local", "mailbox"])
    expect(idsOf(SMTP)).toEqual(["local", "smtp"])
    expect(idsOf({ ...SENDGRID, ...TWILIO })).toEqual([
      ...["local", "sendgrid", "twilio"],
    ])
    expect(sendersOf({ ...SENDGRID, ...TWILIO }).slice(1)).toMatchObject([
      {
        resolve: "./src/providers/notification-sendgrid",
        options: { channels: ["email"], ...FROM, apiKey: "SG.1" },
      },
      {
        resolve: "./src/providers/notification-twilio",
        options: { channels: ["sms"], from: "+15005550006" },
      },
    ])
  })

  it("is the host's own provider, where the suite is asked for none", () => {
    expect(idsOf({}, host(["email", "sms"]))).toEqual(["own"])
    expect(idsOf(SENDGRID, host(["slack"]))).toEqual(["own", "sendgrid"])
  })

  it("is the same when the wrapper is called again", () => {
    const once = withCommerceSuite(
      host(),
      { messages: SENDGRID },
      { life: "app" }
    )
    expect(idsOf({ ...SMTP, ...TWILIO }, once)).toEqual([
      ...["local", "smtp", "twilio"],
    ])
  })

  it.each([
    [SMTP, "email", "smtp"],
    [SENDGRID, "email", "sendgrid"],
    [TWILIO, "sms", "twilio"],
  ])("is never two for one channel: %j", (messages, channel, option) => {
    expect(() => sendersOf(messages, host([channel]))).toThrow(
      `medusa-commerce-suite option messages.${option}: the store's configuration has a notification provider for the channel "${channel}" already`
    )
  })

  it.each([
    [
      { ...SMTP, ...SENDGRID },
      "messages.sendgrid: must not be set beside smtp: one of them sends mails",
    ],
    [
      { sendgrid: { apiKey: "SG.1" } },
      "messages.from: is required beside sendgrid: whom do the mails come from?",
    ],
    [
      { ...FROM, sendgrid: { webhookPublicKey: "rubbish", apiKey: "SG.1" } },
      "messages.sendgrid.webhookPublicKey: must be the verification key",
    ],
    [
      { ...FROM, sendgrid: { timeoutMs: 1000 } },
      "messages.sendgrid.apiKey: must be a text",
    ],
    [
      { ...FROM, sendgrid: { apiKey: "SG.1", host: "http://example.com" } },
      "messages.sendgrid.host: must be an https URL",
    ],
    [
      { twilio: ACCOUNT },
      "messages.twilio.from: set either it or messagingServiceSid",
    ],
    [
      { twilio: { ...ACCOUNT, accountSid: "SK1", from: "+15005550006" } },
      "messages.twilio.accountSid: must be an account SID",
    ],
    [
      { twilio: { ...TWILIO.twilio, templates: ["welcome"] } },
      "messages.twilio.templates.0: must be of order-placed, order-shipped, order-delivered",
    ],
    [
      { twilio: { ...ACCOUNT, from: "an endless name" } },
      "messages.twilio.from: must be a number such as +15005550006",
    ],
  ])("is told in one line when it is half configured: %j", (messages, line) => {
    expect(() => sendersOf(messages as Messages)).toThrow(
      `medusa-commerce-suite option ${line}`
    )
  })
})
