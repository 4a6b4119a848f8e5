import { MAX_ATTEMPTS } from "../../utils/add-job"

/** Behind all that somebody waits for: a group must not hold up the confirmation of an order. */
export const LATER = 10

const IDS = "any(string_to_array(?, ','))"

const WAITS = "message.status = 'queued' and message.deleted_at is null"

/** Counts an attempt at what is still to be sent: a job may run again after its end. */
export const BEGIN_ATTEMPT = `
  update message set attempts = attempts + 1, updated_at = now() where id = ? and ${WAITS} returning *`

/** Those of a note that are still to be sent, with their readers. */
export const LIST_WAITING = `
  select message.*, customer.email, customer.first_name, customer.last_name
    from message left join customer on customer.id = message.customer_id and customer.deleted_at is null
   where message.id = ${IDS} and ${WAITS}`

/** Of many, the attempt is counted here. What was taken back meanwhile stays as it is. */
export const STORE_RENDERED = `
  update message set attempts = attempts + ?::int, recipient = mail.recipient, customer_id = mail.customer_id, order_id = mail.order_id,
    locale = mail.locale, subject = mail.subject, html = mail.html, text = mail.text, mail_id = mail.mail_id,
    updated_at = now()
   from json_to_recordset(?::json) as mail (id text, recipient text, customer_id text, order_id text,
     locale text, subject text, html text, text text, mail_id text)
   where message.id = mail.id and ${WAITS} returning message.id`

/** What a report has told meanwhile stays. */
export const NOTE_SENT = `
  update message set notification_id = sent.notification_id, last_error = null, updated_at = now(),
    sent_at = coalesce(sent_at, now()),
    status = case when status in ('queued', 'canceled', 'failed') then 'sent' else status end
   from json_to_recordset(?::json) as sent (id text, notification_id text)
   where message.id = sent.id`

/** Those that are still to be sent get a job each. */
export const QUEUE_ALONE = `
  select graphile_worker.add_job('messages-send', payload => json_build_object('id', message.id),
    max_attempts => ${MAX_ATTEMPTS}, job_key => 'message:' || message.id, priority => ${LATER})
   from message where id = ${IDS} and ${WAITS}`
