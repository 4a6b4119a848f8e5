const time = (column: string) =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** What a customer was sent, the newest first; one statement, which an index serves. */
export const CUSTOMER_MESSAGES = `
  with mine as (
    select * from message where customer_id = ? and status in ('sent', 'delivered', 'bounced', 'complained') and deleted_at is null
  ), page as (
    select * from mine order by created_at desc, id desc limit ? offset ?
  )
  select (select count(*)::int from mine) as count,
    coalesce((select json_agg(json_build_object(
      'id', page.id, 'channel', page.channel, 'template', page.template, 'order_id', page.order_id,
      'recipient', page.recipient, 'subject', page.subject, 'text', page.text,
      'sent_at', ${time("page.sent_at")}) order by page.created_at desc, page.id desc) from page), '[]'::json)
      as messages`
