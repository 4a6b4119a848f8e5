import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import path from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import { uploadFilesWorkflow } from "@medusajs/medusa/core-flows"

/** `medusa build` copies code only: from its output the pictures are found in the repository above. */
function imageFolder(): string {
  for (let folder = __dirname; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, "app/seed/images")
    if (existsSync(candidate)) {
      return candidate
    }
    if (folder === path.dirname(folder)) {
      throw new Error(`No folder app/seed/images above ${__dirname}`)
    }
  }
}

/** Uploads the pictures through the File Module. Returns their URLs in the same order. */
export async function uploadImages(
  container: MedusaContainer,
  names: string[]
): Promise<string[]> {
  const folder = imageFolder()
  const files = await Promise.all(
    names.map(async (name) => ({
      filename: `${name}.jpg`,
      mimeType: "image/jpeg",
      content: await readFile(path.join(folder, `${name}.jpg`), "base64"),
      access: "public" as const,
    }))
  )
  const { result } = await uploadFilesWorkflow(container).run({
    input: { files },
  })
  return result.map(({ url }) => url)
}
