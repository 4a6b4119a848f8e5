import { isIP } from "node:net"
import { z } from "@medusajs/framework/zod"
import { suiteSecret } from "../../../config/suite-options"
import { identifierHash } from "../../../modules/login-events/identifier-hash"
import type {
  LoginEventFilters,
  LoginEventSearch,
} from "../../../modules/login-events/list-sql"
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

/** As Medusa makes them. */
const ACTOR = /^[a-z]+_[0-9A-Z]{26}$/

function kindOf(text: string): LoginEventSearch["kind"] {
  if (isNetwork(text)) {
    return "network"
  }
  if (text.includes("@")) {
    return "email"
  }
  return ACTOR.test(text) ? "actor" : "other"
}

const searched = plainText(254).transform((typed): LoginEventSearch => {
  const text = typed.trim()
  const hash = identifierHash(text, suiteSecret())
  return { text, hash, kind: kindOf(text) }
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

/**
 * An account's events are found by an index. For anything else each row is looked at: of the last
 * 30 days, unless a time is asked for.
 */
function withinReach<Query extends LoginEventFilters>(query: Query) {
  const { q, actor_id, occurred_at } = query
  const isIndexed =
    actor_id !== undefined || q?.kind === "email" || q?.kind === "actor"
  if (isIndexed || occurred_at) {
    return { ...query, since: null }
  }
  const since = new Date(Date.now() - PRESET_DAYS * DAY_MS)
  return { ...query, occurred_at: { $gte: since }, since: since.toISOString() }
}

export const AdminGetLoginEvents = z
  .strictObject({
    ...filters,
    order: sorting(["occurred_at"], "-occurred_at"),
    ...paging(20),
  })
  .transform(withinReach)
export type AdminGetLoginEventsType = z.infer<typeof AdminGetLoginEvents>

export const AdminExportLoginEvents = z
  .strictObject(filters)
  .transform(withinReach)
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
