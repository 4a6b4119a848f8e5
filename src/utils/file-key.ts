import { MedusaError } from "@medusajs/framework/utils"

const LONGEST = 512

/** Segments that begin with a dot would be hidden files, or lead upwards. */
const KEY = /^[a-z0-9_-][a-z0-9_.-]*(?:\/[a-z0-9_-][a-z0-9_.-]*)*$/

/**
 * The key of a private file: lower-case segments separated by `/`.
 * @throws for one that could name anything but a file of its own folder
 * @example checkFileKey("digital/01j8/main.pdf") // the same
 */
export function checkFileKey(key: string): string {
  if (key.length > LONGEST || !KEY.test(key)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `key: must be segments of a-z, 0-9, "_", "-" and "." between slashes, none of them beginning with a dot, ${LONGEST} characters at most`
    )
  }
  return key
}
