import { type ChildProcess, spawn } from "node:child_process"
import { closeSync, openSync, readFileSync } from "node:fs"
import { once } from "node:events"

type Command = {
  command: string
  args: string[]
  cwd: string
  env: Record<string, string>
}

/** Runs a program to its end. */
export async function run({ command, args, cwd, env }: Command) {
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  })
  let output = ""
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()))
  const [code] = (await once(child, "close")) as [number | null]
  return { code, output }
}

export type Service = {
  pid: number
  /** What it has printed so far. */
  log: () => string
  hasEnded: () => boolean
  /** Asks it to end and waits; insists after 20 s. */
  stop: () => Promise<void>
  /** SIGKILL: what a crash looks like. */
  kill: () => Promise<void>
}

const PATIENCE = 20_000

/** Starts a program that stays, its output in a file. */
export function startService({
  logFile,
  ...spawned
}: Command & { logFile: string }): Service {
  const file = openSync(logFile, "w")
  const { command, args, cwd, env } = spawned
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ["ignore", file, file],
  })
  closeSync(file)
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  return {
    pid: child.pid ?? 0,
    log: () => readFileSync(logFile, "utf8"),
    hasEnded,
    stop: () => end(child, hasEnded, "SIGTERM"),
    kill: () => end(child, hasEnded, "SIGKILL"),
  }
}

async function end(
  child: ChildProcess,
  hasEnded: () => boolean,
  signal: NodeJS.Signals
) {
  if (hasEnded()) {
    return
  }
  const ended = once(child, "exit")
  child.kill(signal)
  const insist = setTimeout(() => child.kill("SIGKILL"), PATIENCE)
  await ended
  clearTimeout(insist)
}
