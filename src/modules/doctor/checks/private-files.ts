import { leaksOfBucket } from "../bucket-probe"
import {
  type Finding,
  ok,
  refusal,
  type Setup,
  type StoreCheck,
  warning,
} from "../finding"

export const PRIVATE_FILES = "private-files"

/** Whether what was paid for can be had without: asked as a stranger would. */
export async function examinePrivateFiles({
  suite: { files },
  isProduction,
}: Setup): Promise<Finding> {
  if (!files) {
    return ok("off")
  }
  if (!files.s3) {
    return isProduction && !files.dir
      ? warning(
          "private files lie beside the store's configuration, where a deploy may take them",
          "set S3_… (option files.s3), or FILES_DIR (option files.dir) to a folder that lasts"
        )
      : ok("in a folder of this machine")
  }
  try {
    const leaks = await leaksOfBucket(files.s3)
    return leaks.length === 0
      ? ok("no stranger reads or lists them")
      : refusal(
          `anybody can ${leaks.join(", and ")}`,
          "make the bucket private, or set S3_PRIVATE_BUCKET (option files.s3.privateBucket) to one that is"
        )
  } catch (error) {
    return warning(
      `the bucket could not be examined: ${(error as Error).message}`,
      "check S3_… (option files.s3) and that the store answers"
    )
  }
}

export const privateFiles: StoreCheck = {
  name: PRIVATE_FILES,
  examine: examinePrivateFiles,
}
