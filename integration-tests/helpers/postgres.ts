import path from "node:path"
import { postgresUrl, shellEnvironment, temporaryFolder } from "./environment"
import { run } from "./processes"
import { ROOT } from "./server"

/** The run's PostgreSQL, which is adopted where it runs and started where it does not. */
async function withPostgres(then: string) {
  const options = JSON.stringify({
    root: ROOT,
    dataDir: path.join(temporaryFolder(), "postgres"),
    port: Number(new URL(postgresUrl()).port),
  })
  const script = `import { startPostgres } from "./scripts/lib/postgres.mjs"
    const postgres = await startPostgres(${options})
    if (String(postgres.port) !== "${new URL(postgresUrl()).port}") throw new Error("another port")
    ${then}`
  const { code, output } = await run({
    command: process.execPath,
    args: ["--input-type=module", "--eval", script],
    cwd: ROOT,
    env: shellEnvironment(),
  })
  if (code !== 0) {
    throw new Error(`PostgreSQL: ${output}`)
  }
}

/** Really stops the PostgreSQL of the whole run: only where no other spec runs beside, and never without a start after it. */
export const stopPostgres = () => withPostgres("await postgres.stop()")

/** Starts it again, or leaves it as it is when it runs. */
export const startPostgres = () => withPostgres("")
