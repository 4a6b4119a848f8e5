const SERVING_COMMANDS = new Set(["start", "develop"])

/** Whether this process serves the store; `exec`, `db:*`, `build` and `user` load the same modules and must not act as an instance. */
export function isServing(command: string | undefined = process.argv[2]) {
  return SERVING_COMMANDS.has(command ?? "")
}
