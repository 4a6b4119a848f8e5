import { z } from "@medusajs/framework/zod"

/** The checks that stop a boot; each can be overridden by its name. */
export const BOOT_CHECKS = [
  "locking-postgres",
  "default-secrets",
  "several-instances",
  "private-files",
] as const

export type BootCheck = (typeof BOOT_CHECKS)[number]

const SECONDS = "must be a number from 0 to 600"
const NAMES = `must be a list of ${BOOT_CHECKS.join(", ")}`

/** Options of the feature `doctor`. */
export const doctorOptionsSchema = z.strictObject({
  /**
   * Refusals that let the boot go on nevertheless; each is logged as a warning at every boot.
   * @default []
   */
  override: z.array(z.enum(BOOT_CHECKS, NAMES), NAMES).default([]),
  /**
   * How long an instance that must be alone waits at boot for the one before it to end, in seconds.
   * @default 60
   */
  rollingDeploySeconds: z
    .number(SECONDS)
    .min(0, SECONDS)
    .max(600, SECONDS)
    .default(60),
})

export type DoctorOptions = z.infer<typeof doctorOptionsSchema>
