import { z } from "@medusajs/framework/zod"
import { plainText } from "../../../utils/input"
import { paging } from "../../../utils/list-input"

export const StoreGetLoginEvents = z.strictObject(paging(20))
export type StoreGetLoginEventsType = z.infer<typeof StoreGetLoginEvents>

/** What stands in the mail about a new device. */
export const StoreDisownDevice = z.strictObject({ token: plainText(200) })
export type StoreDisownDeviceType = z.infer<typeof StoreDisownDevice>
