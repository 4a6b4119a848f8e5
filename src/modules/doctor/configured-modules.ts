import { Modules } from "@medusajs/framework/utils"
import type { Setup } from "./finding"

type Provider = {
  id?: unknown
  resolve?: unknown
  is_default?: boolean
  options?: Record<string, unknown>
}

type Declared = {
  resolve: string
  options: Record<string, unknown>
  providers: Provider[]
}

/** A module as the configuration has it, whichever way it is written there. */
function declared({ config }: Setup, key: string): Declared {
  const entry: unknown = config.modules?.[key]
  if (typeof entry === "string") {
    return { resolve: entry, options: {}, providers: [] }
  }
  const { resolve, options } = (entry ?? {}) as Partial<Declared>
  const providers = options?.providers
  return {
    resolve: typeof resolve === "string" ? resolve : "",
    options: options ?? {},
    providers: Array.isArray(providers) ? (providers as Provider[]) : [],
  }
}

const nameOf = ({ resolve }: Provider) =>
  typeof resolve === "string" ? resolve : ""

/** What the locking module may use besides its built-in memory. */
export const lockingProviders = (setup: Setup): string[] =>
  declared(setup, Modules.LOCKING).providers.map(nameOf)

/** Who sends what the notification module is handed. */
export const notificationIds = (setup: Setup): unknown[] =>
  declared(setup, Modules.NOTIFICATION).providers.map(({ id }) => id)

/** What hashing a password costs, as a power of two. @returns nothing where it is left to Medusa */
export function passwordHashCost(setup: Setup): number | undefined {
  const { options } =
    declared(setup, Modules.AUTH).providers.find((provider) =>
      nameOf(provider).includes("auth-emailpass")
    ) ?? {}
  const { logN } = (options?.hashConfig ?? {}) as { logN?: number }
  return logN
}

/** The locking module takes the only provider, or the one marked as default; else its memory. */
function locksInMemory(setup: Setup): boolean {
  const { providers } = declared(setup, Modules.LOCKING)
  const isOnly = providers.length === 1
  return !providers.some((provider) => provider.is_default || isOnly)
}

const isLocal = (setup: Setup, key: string, name: RegExp) => {
  const { resolve } = declared(setup, key)
  return resolve === "" || name.test(resolve)
}

/** What a second instance would not see, in words. */
export function inMemoryParts(setup: Setup): string[] {
  const parts = [
    { name: "locks", inMemory: locksInMemory(setup) },
    {
      name: "event bus",
      inMemory: isLocal(setup, Modules.EVENT_BUS, /event-bus-local/),
    },
    {
      name: "workflow engine",
      inMemory: isLocal(
        setup,
        Modules.WORKFLOW_ENGINE,
        /workflow-engine-inmemory/
      ),
    },
  ]
  return parts.filter(({ inMemory }) => inMemory).map(({ name }) => name)
}

/** The Redis that holds queues and locks. */
export function redisUrl(setup: Setup): string | undefined {
  const { redisUrl: ofBus } = declared(setup, Modules.EVENT_BUS).options
  return typeof ofBus === "string"
    ? ofBus
    : setup.config.projectConfig.redisUrl || undefined
}
