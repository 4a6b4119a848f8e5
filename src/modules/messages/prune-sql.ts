/** Bodies go first, in steps that lock few rows, each from where the one before ended; the log's line stays. */
export const OLD_BODIES = `
  select * from message
   where created_at >= ? and created_at < ? and deleted_at is null
     and (html is not null or text is not null) and status <> 'queued'
   order by created_at limit ?`

export const FORGET_BODIES = `
  update message set html = null, text = null, updated_at = now()
   where id = any(string_to_array(?, ','))`

/** Whole rows, with the memory that they were sent: facts that old are told no more. */
export const OLD_ROWS = `
  select * from message
   where created_at >= ? and created_at < ? and deleted_at is null and status <> 'queued'
   order by created_at limit ?`

export const FORGET_ROWS = `
  delete from message where id = any(string_to_array(?, ',')) and status <> 'queued'`
