import { useQueryClient } from "@tanstack/react-query"
import { sdk } from "../../lib/sdk"
import { twoFactorKeys } from "./query-keys"

const findFactor = async (wanted: string, statuses: string[]) => {
  const { mfa_factors } = await sdk.auth.mfa.list()
  return mfa_factors.find(
    ({ provider, status }) => provider === wanted && statuses.includes(status)
  )
}

const send = (id: string) =>
  sdk.client.fetch(`/auth/mfa/factors/${id}/send`, { method: "POST" })

/** What can be done about one's own second factor; afterwards all that shows it is read anew. */
export function useFactorActions() {
  const client = useQueryClient()
  const refresh = () =>
    client.invalidateQueries({ queryKey: twoFactorKeys.all })
  return {
    refresh,
    /** Begins to set up codes by e-mail, or goes on. @returns the factor's id */
    startEmail: async () => {
      const pending = await findFactor("email", ["pending"])
      if (pending) {
        await send(pending.id)
        return pending.id
      }
      const { mfa_factor } = await sdk.auth.mfa.start({ provider: "email" })
      return mfa_factor.id
    },
    /** Has a code asked for. @returns the factor that it proves; nothing where there is none */
    ask: async (method: string) => {
      const factor = await findFactor(method, ["enabled"])
      if (factor && method === "email") {
        await send(factor.id)
      }
      return factor?.id
    },
    verify: async (id: string, code: string) => {
      await sdk.auth.mfa.verify(id, { code })
      await refresh()
    },
    disable: async (id: string, method: string, code: string) => {
      await sdk.auth.mfa.disable(id, { method, code })
      await refresh()
    },
    makeRecoveryCodes: async () => {
      const { recovery_codes } = await sdk.auth.mfa.generateRecoveryCodes()
      await refresh()
      return recovery_codes
    },
  }
}

/** Switches another's second factor off. */
export const resetTwoFactor = (account: "users" | "customers", id: string) =>
  sdk.client.fetch(`/admin/${account}/${id}/reset-two-factor`, {
    method: "POST",
  })
