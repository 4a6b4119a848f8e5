import { createHash } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HEAD_BYTES, isContent } from "../../utils/file-content"
import { digitalOf, filesOf } from "./service-of"
import { checkedKey, uploadKey } from "./upload-key"

/** Not undone: what was found is true. */
const checkDigitalFileStep = createStep(
  "check-digital-file",
  async ({ id }: { id: string }, { container }) => {
    const [files, service] = [filesOf(container), digitalOf(container)]
    const [file] = await service.listDigitalFiles(
      { id, status: "checking" },
      { take: 1 }
    )
    if (!file) {
      return new StepResponse(null)
    }
    const key = await takeCopy(container, file)
    const found = await look(container, key)
    const reason = complaint(file, found)
    if (reason) {
      await files.delete(key)
    }
    const isSettled = await service.settleCheck(id, key, {
      ...{ reason, status: reason ? "refused" : "ready" },
      sha256: reason ? null : (found?.sha256 ?? null),
    })
    if (!isSettled) {
      await files.delete(key)
      throw new MedusaError(
        MedusaError.Types.CONFLICT,
        "The file was deleted, or another attempt looks at it"
      )
    }
    await files.delete(uploadKey(file))
    return new StepResponse(reason)
  }
)

/**
 * Whoever began the file may still write where it came in, so what is looked at is a copy, and the copy is what is
 * served. Each attempt makes its own: none changes what another one looked at.
 */
async function takeCopy(
  container: MedusaContainer,
  file: { id: string; digital_product_id: string }
): Promise<string> {
  const key = checkedKey(file)
  const before = await digitalOf(container).claimCheck(file.id, key)
  if (before && before !== uploadKey(file)) {
    await filesOf(container).delete(before)
  }
  await filesOf(container).copy(uploadKey(file), key)
  return key
}

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
 * Looks at an uploaded file: its size, what it is, its SHA-256. Only then can it be bought, and what was looked at is
 * what buyers get, whatever is uploaded later; one that is not what it is said to be is removed.
 *
 * @returns what is wrong with it, or null
 * @example await checkDigitalFileWorkflow(container).run({ input: { id: "digfile_01J…" } })
 */
export const checkDigitalFileWorkflow = createWorkflow(
  "check-digital-file",
  (input: { id: string }) => new WorkflowResponse(checkDigitalFileStep(input))
)
