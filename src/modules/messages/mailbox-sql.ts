/** An attempt that is repeated says the same again. */
export const KEEP_MAIL = `
  insert into mailbox_mail (id, sealed)
  select mail.id, mail.sealed from json_to_recordset(?::json) as mail (id text, sealed text)
  on conflict (id) do update set sealed = excluded.sealed, updated_at = now()`

/** Forgotten together with what messages said, and in no archive. */
export const DROP_MAILBOX_MAILS = `delete from mailbox_mail where created_at < ?`
