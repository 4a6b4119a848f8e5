/** The address as the list has it. */
export const SUPPRESSED = `
  select reason from message_suppression
   where channel = ? and address = lower(trim(?)) and deleted_at is null`

/** One that is there already keeps its reason; the update is there for its row to come back. */
export const SUPPRESS = `
  insert into message_suppression (id, channel, address, reason, created_by)
  values (?, ?, lower(trim(?)), ?, ?)
  on conflict (channel, address) where deleted_at is null do update set updated_at = now()
  returning *`

/** For the recipient of a message that a vendor refuses for good. */
export const SUPPRESS_RECIPIENT = `
  insert into message_suppression (id, channel, address, reason, message_id)
  select ?, channel, lower(trim(recipient)), ?, id from message where id = ? and recipient is not null
  on conflict (channel, address) where deleted_at is null do nothing`
