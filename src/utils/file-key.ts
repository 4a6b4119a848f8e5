import { MedusaError } from "@medusajs/framework/utils"

const LONGEST = 512

/** Segments that begin with a dot would be hidden files, or lead upwards. */
const KEY = /^[a-z0-9_-][a-z0-9_.-]*(?:\/[a-z0-9_-][a-z0-9_.-]*)*$/

/**
 * Whether a text can be the key of a private file: lower-case segments separated by `/`.
 * @example isFileKey("digital/01j8/main.pdf") // true
 */
export const isFileKey = (key: string): boolean =>
  key.length <= LONGEST && KEY.test(key)

/** @throws for a key that could name anything but a file of its own folder */
export function checkFileKey(key: string): string {
  if (!isFileKey(key)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `key: must be segments of a-z, 0-9, "_", "-" and "." between slashes, none of them beginning with a dot, ${LONGEST} characters at most`
    )
  }
  return key
}
