import type { defineConfig } from "@medusajs/framework/utils"
import { Modules } from "@medusajs/framework/utils"
import { type Life, PACKAGE_NAME } from "./life"
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

/** Who sends the suite's e-mails: the mail server, or nobody, and they stay in the store. */
function emailProvider(
  { messages }: ResolvedSuiteOptions,
  life: Life
): Provider | undefined {
  if (!messages) {
    return undefined
  }
  const { smtp, from } = messages
  const channels = ["email"]
  return smtp
    ? {
        resolve: resolveIn(life, "notification-smtp"),
        id: "smtp",
        options: { channels, from, ...smtp },
      }
    : {
        resolve: resolveIn(life, "notification-mailbox"),
        id: "mailbox",
        options: { channels },
      }
}

const channelsOf = ({ options }: Provider): string[] =>
  (options as { channels?: string[] } | undefined)?.channels ?? []

/**
 * Registers who sends the suite's messages with Medusa's notification module, beside the host's
 * own. A host's own provider of a channel stays the one: Medusa has one per channel.
 */
export function withNotificationProviders(
  modules: ModulesConfig,
  options: ResolvedSuiteOptions,
  life: Life
): ModulesConfig {
  const given: unknown = modules?.[Modules.NOTIFICATION]
  const ours = emailProvider(options, life)
  if (given === false || !ours) {
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
  const isTaken = host.some((provider) =>
    channelsOf(provider).includes("email")
  )
  return {
    ...modules,
    [Modules.NOTIFICATION]: {
      resolve: NOTIFICATION_MODULE,
      ...module,
      options: { ...known, providers: isTaken ? host : [...host, ours] },
    },
  }
}

const isOurs = (resolve: unknown, life: Life) =>
  typeof resolve === "string" &&
  resolve.startsWith(resolveIn(life, "notification-"))
