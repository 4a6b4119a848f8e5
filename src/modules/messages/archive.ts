import { mkdir, open } from "node:fs/promises"
import path from "node:path"

/** Only the owner of the process reads what customers were sent. */
const FILE_MODE = 0o600
const DIRECTORY_MODE = 0o700

/**
 * Appends rows to the day's file `messages-YYYY-MM-DD.ndjson` (UTC), one JSON object per line. When this has
 * returned they are on the disk. Killed half-way, it leaves half a line at most, and the next call begins a new one.
 * @throws what the file system says
 */
export async function appendToArchive(
  directory: string,
  now: Date,
  rows: Record<string, unknown>[]
): Promise<void> {
  await mkdir(directory, { recursive: true, mode: DIRECTORY_MODE })
  const day = now.toISOString().slice(0, 10)
  const name = path.join(directory, `messages-${day}.ndjson`)
  const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join("")
  const file = await open(name, "a+", FILE_MODE)
  try {
    const start = (await endsInHalfALine(file)) ? "\n" : ""
    await file.appendFile(start + lines)
    await file.sync()
  } finally {
    await file.close()
  }
  await syncDirectory(directory)
}

type File = Awaited<ReturnType<typeof open>>

async function endsInHalfALine(file: File): Promise<boolean> {
  const { size } = await file.stat()
  if (size === 0) {
    return false
  }
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1)
  return buffer.toString() !== "\n"
}

/** A new file's name is on the disk only once its directory is. */
async function syncDirectory(directory: string) {
  const handle = await open(directory, "r")
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
