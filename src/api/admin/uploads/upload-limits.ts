import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { featureOptions } from "../../../config/suite-options"
import { formatBytes } from "../../../utils/format-bytes"
import {
  declaredType,
  extensionsOf,
  uploadType,
} from "../../../utils/upload-types"

/** How many of the largest files one request may carry together; Medusa holds them all in memory. */
const FILES_AT_ONCE = 5

type UploadedFile = {
  originalname: string
  mimetype: string
  size: number
  buffer: Buffer
}

/**
 * Refuses a request before Medusa takes its files into memory. It must say how long it is, as browsers do:
 * then it cannot become longer.
 */
export function limitRequest(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  if (req.method !== "POST" || !isMultipart(req)) {
    return next()
  }
  const { uploadMaxBytes } = featureOptions("files")
  const length = Number(req.headers["content-length"])
  if (!Number.isInteger(length)) {
    return refuse(res, 411, "Uploads must have a Content-Length")
  }
  const most = uploadMaxBytes * FILES_AT_ONCE
  return length > most
    ? refuse(
        res,
        413,
        `These files have ${formatBytes(length)} together; allowed are ${formatBytes(most)} at once, ${formatBytes(uploadMaxBytes)} each`
      )
    : next()
}

/** Refuses files that are too large or not what they may be, and stores them as what they are. */
export function limitFiles(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  for (const file of filesOf(req)) {
    const { originalname: name, size, buffer } = file
    if (isTooLarge(size)) {
      return refuse(res, 413, tooLarge(name, size))
    }
    const { uploadTypes } = featureOptions("files")
    const type = uploadType(name, buffer, uploadTypes)
    if (!type) {
      throw wrongType(name)
    }
    file.mimetype = type
  }
  return next()
}

/** The same for a file that goes straight to S3, as far as it was told. */
export function limitPresigned(
  req: MedusaRequest<{ originalname: string; mime_type: string; size: number }>,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  const { originalname, mime_type, size } = req.validatedBody
  if (isTooLarge(size)) {
    return refuse(res, 413, tooLarge(originalname, size))
  }
  if (!declaredType(mime_type, featureOptions("files").uploadTypes)) {
    throw wrongType(originalname)
  }
  return next()
}

const isMultipart = ({ headers }: MedusaRequest) =>
  /^\s*multipart\//i.test(headers["content-type"] ?? "")

/** Medusa's parser puts them there, one or several. */
function filesOf(req: MedusaRequest): UploadedFile[] {
  const { files, file } = req as { files?: UploadedFile[]; file?: UploadedFile }
  return [...(files ?? []), ...(file ? [file] : [])]
}

const isTooLarge = (size: number) =>
  size > featureOptions("files").uploadMaxBytes

const tooLarge = (name: string, size: number) =>
  `${shown(name)} has ${formatBytes(size)}; allowed are ${formatBytes(featureOptions("files").uploadMaxBytes)} per file`

const wrongType = (name: string) =>
  new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `${shown(name)} is not what may be uploaded: a file whose name and content are one of ${extensionsOf(featureOptions("files").uploadTypes)}`
  )

const shown = (name: string) => JSON.stringify(name.slice(0, 100))

function refuse(res: MedusaResponse, status: number, message: string) {
  res.status(status).json({ type: "invalid_data", message })
}
