import { createHmac } from "node:crypto"
import { setTimeout } from "node:timers/promises"

const STEP_MS = 30_000
/** What a code of the step before needs to arrive while it is still taken, on a machine as busy as the specs make it. */
const ARRIVAL_MS = 8_000
/** A timer may be a little ahead of the clock, and would wake at the end of the step that it waits for the end of. */
const AHEAD_MS = 50
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

function base32Bytes(text: string): Buffer {
  const bits = [...text.replace(/=+$/, "")]
    .map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, "0"))
    .join("")
  const bytes = bits.match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)))
}

/** The code that an authenticator app shows (RFC 6238). @param step - 30 seconds further on, or back */
export function totpCode(secret: string, step = 0): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / STEP_MS) + step))
  const mac = createHmac("sha1", base32Bytes(secret)).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000
  return String(number).padStart(6, "0")
}

/** The code of the time step before this one, which leaves this one's for later; not at a step's very end. */
export async function earlierTotpCode(secret: string): Promise<string> {
  const left = STEP_MS - (Date.now() % STEP_MS)
  if (left < ARRIVAL_MS) await setTimeout(left + AHEAD_MS)
  return totpCode(secret, -1)
}
