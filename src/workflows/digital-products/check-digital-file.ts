import { createHash } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HEAD_BYTES, isContent } from "../../utils/file-content"
import { digitalOf, filesOf } from "./service-of"

/** Not undone: what was found is true. */
const checkDigitalFileStep = createStep(
  "check-digital-file",
  async ({ id }: { id: string }, { container }) => {
    const service = digitalOf(container)
    const [file] = await service.listDigitalFiles(
      { id, status: "checking" },
      { take: 1 }
    )
    if (!file) {
      return new StepResponse(null)
    }
    const found = await look(container, file.storage_key)
    const reason = complaint(file, found)
    if (reason) {
      await filesOf(container).delete(file.storage_key)
    }
    await service.updateDigitalFiles({
      ...{ id, reason, status: reason ? "refused" : "ready" },
      sha256: reason ? null : (found?.sha256 ?? null),
    })
    return new StepResponse(reason)
  }
)

type Found = { size: number; sha256: string; head: Buffer }

/** One pass over the bytes, whatever their number. */
async function look(
  container: Pick<MedusaContainer, "resolve">,
  key: string
): Promise<Found | undefined> {
  const files = filesOf(container)
  if (!(await files.stat(key))) {
    return undefined
  }
  const hash = createHash("sha256")
  let size = 0
  let head = Buffer.alloc(0)
  for await (const piece of await files.read(key)) {
    const bytes = piece as Buffer
    if (head.length < HEAD_BYTES) {
      head = Buffer.concat([head, bytes]).subarray(0, HEAD_BYTES)
    }
    hash.update(bytes)
    size += bytes.length
  }
  return { size, sha256: hash.digest("hex"), head }
}

function complaint(
  { size, content_type }: { size: number; content_type: string },
  found: Found | undefined
): string | null {
  if (!found) {
    return "nothing was uploaded"
  }
  if (found.size !== size) {
    return `${found.size} bytes came instead of ${size}`
  }
  return isContent(content_type, found.head)
    ? null
    : `its content is not ${content_type}`
}

/**
 * Looks at an uploaded file: its size, what it is, its SHA-256. Only then can it be bought; one
 * that is not what it is said to be is removed.
 *
 * @returns what is wrong with it, or null
 * @example await checkDigitalFileWorkflow(container).run({ input: { id: "digfile_01J…" } })
 */
export const checkDigitalFileWorkflow = createWorkflow(
  "check-digital-file",
  (input: { id: string }) => new WorkflowResponse(checkDigitalFileStep(input))
)
