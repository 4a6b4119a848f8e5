/** Bodies go first, in steps that lock few rows; the log's line stays. */
export const DROP_BODIES = `
  update message set html = null, text = null, updated_at = now()
   where id in (
     select id from message
      where created_at < ? and (html is not null or text is not null) and status <> 'queued'
      limit ?)
  returning id`

/** Whole rows, with the memory that they were sent: facts that old are told no more. */
export const DROP_ROWS = `
  delete from message where id in (
    select id from message where created_at < ? and status <> 'queued' limit ?)
  returning id`
