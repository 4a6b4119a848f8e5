import { generateEntityId } from "@medusajs/framework/utils"
import type { DeliveryReport } from "../../utils/delivery-report"

/** From what nobody has taken yet to the last that can be told of a message: it only ever moves up. */
const RANK = (status: string) =>
  `array_position(array['queued', 'canceled', 'failed', 'sent', 'delivered', 'bounced', 'complained'], ${status})`

/** Of two reports at once the later waits; always in the same order, so that neither waits for the other. */
export const LOCK_REPORTED = `
  select id from message where id in (select json_array_elements_text(?::json)) order by id for update`

/**
 * Moves messages on, and puts addresses on the suppression list. Only a message that moved does so:
 * a report that comes again does not bring back an address that an admin has taken off. Stopping is
 * no state of a message, and so counts each time.
 */
export const RECORD_REPORTS = `
  with report as (
    select * from json_to_recordset(?::json) as r(
      message_id text, status text, at timestamptz, reason text, suppress text, suppression_id text)
  ), moved as (
    update message m set status = r.status, outcome_at = r.at, outcome_reason = r.reason,
           sent_at = coalesce(m.sent_at, r.at), last_error = null, updated_at = now()
      from report r
     where m.id = r.message_id and m.channel = ? and m.deleted_at is null
       and ${RANK("r.status")} > ${RANK("m.status")}
    returning m.id
  )
  insert into message_suppression (id, channel, address, reason, message_id)
  select r.suppression_id, m.channel, lower(trim(m.recipient)), r.suppress, m.id
    from report r join message m on m.id = r.message_id
   where r.suppress is not null and m.channel = ? and m.recipient is not null and m.deleted_at is null
     and (r.suppress = 'unsubscribe' or m.id in (select id from moved))
   order by 3
  on conflict (channel, address) where deleted_at is null do nothing`

export const reportedIds = (reports: DeliveryReport[]) =>
  JSON.stringify(reports.map(({ message_id }) => message_id))

export const reportRows = (reports: DeliveryReport[]) =>
  JSON.stringify(
    reports.map((report) => ({
      ...report,
      suppression_id: generateEntityId(undefined, "msgsup"),
    }))
  )
