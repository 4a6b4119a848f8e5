import { z } from "@medusajs/framework/zod"
import { email, plainText } from "../../../utils/input"

/** As long as any password can be that was chosen before the rules. */
const password = z.string().min(1, "must not be empty").max(1024)

export const StoreChangePassword = z.strictObject({
  old_password: password,
  password,
})
export type StoreChangePasswordType = z.infer<typeof StoreChangePassword>

export const StoreChangeEmail = z.strictObject({ email, password })
export type StoreChangeEmailType = z.infer<typeof StoreChangeEmail>

export const StoreDeleteAccount = z.strictObject({ password })
export type StoreDeleteAccountType = z.infer<typeof StoreDeleteAccount>

export const StoreVerifyEmail = z.strictObject({
  code: z.string().regex(/^\d{6}$/, "must be the 6 digits of the mail"),
})
export type StoreVerifyEmailType = z.infer<typeof StoreVerifyEmail>

/** What stands in the mail to the new address. */
export const StoreConfirmEmail = z.strictObject({ token: plainText(200) })
export type StoreConfirmEmailType = z.infer<typeof StoreConfirmEmail>
