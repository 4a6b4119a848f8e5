import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import type {
  AdminCreateDigitalFileResponse,
  DigitalFileKind,
} from "../../../types/digital-products"
import { putFile } from "../../lib/put-file"
import { sdk } from "../../lib/sdk"
import { attempt } from "../../lib/errors"
import { digitalProductsKeys } from "./query-keys"

const PATH = "/admin/digital-products"

/** By extension, what a browser does not name, or names otherwise. */
const TYPES: Record<string, string> = {
  ...{ "7z": "application/x-7z-compressed", csv: "text/csv" },
  ...{ epub: "application/epub+zip", flac: "audio/flac" },
  ...{ gz: "application/gzip", m4a: "audio/mp4", md: "text/markdown" },
  ...{ mobi: "application/x-mobipocket-ebook", otf: "font/otf" },
  ...{ rar: "application/vnd.rar", ttf: "font/ttf", wav: "audio/wav" },
  ...{ woff2: "font/woff2", zip: "application/zip" },
}

const typeOf = ({ name, type }: File) =>
  TYPES[name.slice(name.lastIndexOf(".") + 1).toLowerCase()] ??
  (type || "application/octet-stream")

type Upload = { kind: DigitalFileKind; replaces?: string }

/** Sends a file straight to where it is kept, and has it looked at; its progress in percent, or undefined. */
export function useFileUpload(productId: string) {
  const queryClient = useQueryClient()
  const [progress, setProgress] = useState<number>()

  async function send(file: File, { kind, replaces }: Upload) {
    const { file: row, upload } =
      await sdk.client.fetch<AdminCreateDigitalFileResponse>(
        `${PATH}/${productId}/files`,
        {
          method: "POST",
          body: {
            ...{ kind, replaces, filename: file.name, size: file.size },
            content_type: typeOf(file),
          },
        }
      )
    const { url, headers, is_external } = upload
    await putFile(file, {
      ...{ headers, withSession: !is_external, onProgress: setProgress },
      url: is_external ? url : `${backend()}${url}`,
    })
    await sdk.client.fetch(`${PATH}/${productId}/files/${row.id}/check`, {
      ...{ method: "POST", body: {} },
    })
  }

  async function upload(file: File, how: Upload) {
    setProgress(0)
    await attempt(() => send(file, how))
    setProgress(undefined)
    await queryClient.invalidateQueries({ queryKey: digitalProductsKeys.all })
  }

  return { upload, progress }
}

const backend = () => (__BACKEND_URL__ ?? "/").replace(/\/+$/, "")
