import { isIP } from "node:net"
import { z } from "@medusajs/framework/zod"
import { suiteSecret } from "../../../config/suite-options"
import { identifierHash } from "../../../modules/login-events/identifier-hash"
import { DEVICE_KINDS, LOGIN_OUTCOMES } from "../../../types/login-events"
import { id, plainText, queryBoolean } from "../../../utils/input"
import {
  momentRange,
  paging,
  queryEnumList,
  sorting,
} from "../../../utils/list-input"

const DAY_MS = 86_400_000
const MAX_DAYS = 366
const PRESET_DAYS = 30

/** As they stand in an address such as /auth/customer/emailpass. */
const name = z
  .string()
  .regex(/^[\w.:-]{1,64}$/, "must be 1 to 64 letters, digits and . : _ -")

/** Postgres reads both; what it could not read is refused here. */
function isNetwork(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/")
  const most = isIP(address) === 4 ? 32 : 128
  const isMask = bits === undefined || (/^\d{1,3}$/.test(bits) && +bits <= most)
  return isIP(address) > 0 && !address.includes("%") && isMask && !more.length
}

const network = z
  .string()
  .refine(isNetwork, "must be an address or a network such as 203.0.113.0/24")

const searched = plainText(254).transform((typed) => {
  const text = typed.trim()
  return {
    ...{ text, isNetwork: isNetwork(text) },
    hash: identifierHash(text, suiteSecret()),
  }
})

const filters = {
  q: searched.optional(),
  actor_type: name.optional(),
  actor_id: id.optional(),
  provider: name.optional(),
  outcome: queryEnumList(LOGIN_OUTCOMES).optional(),
  device_kind: queryEnumList(DEVICE_KINDS).optional(),
  ip: network.optional(),
  is_new_device: queryBoolean.optional(),
  occurred_at: momentRange("occurred_at"),
}

export const AdminGetLoginEvents = z.strictObject({
  ...filters,
  order: sorting(["occurred_at"], "-occurred_at"),
  ...paging(20),
})
export type AdminGetLoginEventsType = z.infer<typeof AdminGetLoginEvents>

export const AdminExportLoginEvents = z.strictObject(filters)
export type AdminExportLoginEventsType = z.infer<typeof AdminExportLoginEvents>

const day = z.iso
  .date("must be a day such as 2026-11-22")
  .refine((text) => text >= "1970-01-01", "must not lie before 1970")

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)

/** The last 30 days, unless told otherwise. */
export const AdminGetLoginStatistics = z
  .strictObject({
    from: day.optional(),
    to: day.optional(),
    actor_type: name.optional(),
  })
  .transform(({ from, to = dayOf(Date.now()), actor_type }) => ({
    from: from ?? dayOf(Date.parse(to) - (PRESET_DAYS - 1) * DAY_MS),
    ...{ to, actor_type },
  }))
  .refine(({ from, to }) => from <= to, {
    path: ["from"],
    message: "must not lie after to",
  })
  .refine(
    ({ from, to }) => Date.parse(to) - Date.parse(from) < MAX_DAYS * DAY_MS,
    { path: ["from"], message: `must lie at most ${MAX_DAYS} days before to` }
  )
export type AdminGetLoginStatisticsType = z.infer<
  typeof AdminGetLoginStatistics
>
