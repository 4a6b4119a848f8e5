import { ok, refusal, type StoreCheck, warning } from "../finding"

const OLDEST = 14

export const postgres: StoreCheck = {
  name: "postgres",
  examine: async (_, sql) => {
    try {
      const [row] = await sql<{ version: string; number: number }>(
        "select current_setting('server_version') as version, current_setting('server_version_num')::int as number"
      )
      const major = Math.floor((row?.number ?? 0) / 10_000)
      return major >= OLDEST
        ? ok(`version ${row?.version}`)
        : warning(
            `version ${row?.version} gets no fixes any more`,
            `move to PostgreSQL ${OLDEST} or later`
          )
    } catch (error) {
      return refusal(
        `not reachable: ${(error as Error).message}`,
        "start it, and check DATABASE_URL"
      )
    }
  },
}
