import type { defineConfig } from "@medusajs/framework/utils"
import { Modules } from "@medusajs/framework/utils"
import { optionError } from "../utils/options"
import { type Life, PACKAGE_NAME } from "./life"
import type { MessagesOptions } from "../modules/messages/options"
import type { ResolvedSuiteOptions } from "./options"

type ModulesConfig = ReturnType<typeof defineConfig>["modules"]
type Provider = { resolve: unknown; id?: string; options?: object }

const NOTIFICATION_MODULE = "@medusajs/medusa/notification"

/** Medusa's own, which fills the admin's bell; it is there unless the host configured others. */
const FEED: Provider = {
  resolve: "@medusajs/medusa/notification-local",
  id: "local",
  options: { name: "Local Notification Provider", channels: ["feed"] },
}

const resolveIn = (life: Life, name: string) =>
  life === "app"
    ? `./src/providers/${name}`
    : `${PACKAGE_NAME}/providers/${name}`

type Sender = Provider & { channel: string; option?: string }

/** Who sends the suite's e-mails: the mail server or SendGrid, or nobody, and they stay in the store. */
function emailSender({ smtp, sendgrid, from }: MessagesOptions): Sender {
  const common = { channel: "email", from }
  if (sendgrid) {
    return sender("sendgrid", common, sendgrid)
  }
  return smtp ? sender("smtp", common, smtp) : sender("mailbox", common)
}

/** `account` is what the option of the same name holds; without it there is no option. */
function sender(
  id: string,
  { channel, ...common }: { channel: string; from?: string },
  account?: object
): Sender {
  return {
    ...{ id, channel, option: account && id },
    resolve: `notification-${id}`,
    options: { channels: [channel], ...(account && { ...common, ...account }) },
  }
}

function sendersOf({ messages }: ResolvedSuiteOptions): Sender[] {
  if (!messages) {
    return []
  }
  const { twilio } = messages
  return [
    emailSender(messages),
    ...(twilio ? [sender("twilio", { channel: "sms" }, twilio)] : []),
  ]
}

const channelsOf = ({ options }: Provider): string[] =>
  (options as { channels?: string[] } | undefined)?.channels ?? []

/**
 * Those of the suite whose channel the host has not given to another: Medusa has one per channel.
 * @throws for one that an option asks for, and that would never be asked
 */
const neededBeside = (host: Provider[], senders: Sender[]) =>
  senders.filter(({ channel, option }) => {
    const taken = host.find((provider) =>
      channelsOf(provider).includes(channel)
    )
    if (taken && option) {
      throw optionError(
        `messages.${option}: the store's configuration has a notification provider for the channel "${channel}" already; remove that one, or this option`
      )
    }
    return !taken
  })

/**
 * Registers who sends the suite's messages with Medusa's notification module, beside the host's
 * own. A host's own provider of a channel stays the one.
 * @throws when an option asks for another sender of the same channel
 */
export function withNotificationProviders(
  modules: ModulesConfig,
  options: ResolvedSuiteOptions,
  life: Life
): ModulesConfig {
  const given: unknown = modules?.[Modules.NOTIFICATION]
  const senders = sendersOf(options)
  if (given === false || senders.length === 0) {
    return modules
  }
  const module = typeof given === "object" && given ? given : {}
  const known =
    "options" in module && module.options ? (module.options as object) : {}
  const listed =
    "providers" in known && Array.isArray(known.providers)
      ? (known.providers as Provider[])
      : [FEED]
  const host = listed.filter(({ resolve }) => !isOurs(resolve, life))
  const ours = neededBeside(host, senders).map(({ resolve, id, options }) => ({
    resolve: resolveIn(life, resolve as string),
    ...{ id, options },
  }))
  return {
    ...modules,
    [Modules.NOTIFICATION]: {
      resolve: NOTIFICATION_MODULE,
      ...module,
      options: { ...known, providers: [...host, ...ours] },
    },
  }
}

const isOurs = (resolve: unknown, life: Life) =>
  typeof resolve === "string" &&
  resolve.startsWith(resolveIn(life, "notification-"))
