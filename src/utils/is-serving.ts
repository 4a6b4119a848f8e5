const SERVING_COMMANDS = new Set(["start", "develop"])

/** Whether this process is a server, and not `medusa exec`, `db:migrate`, `user`, `build` or a spec. */
export function isServing(argv: readonly string[] = process.argv): boolean {
  return SERVING_COMMANDS.has(argv[2] ?? "")
}
