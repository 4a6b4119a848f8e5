import type { SuppressionRow } from "../../../../modules/messages/message-audience"
import type { AdminMessageSuppression } from "../../../../types/messages"

export const presentSuppression = (
  row: SuppressionRow
): AdminMessageSuppression => ({
  id: row.id,
  channel: row.channel,
  address: row.address,
  reason: row.reason,
  message_id: row.message_id,
  created_by: row.created_by,
  created_at: row.created_at as unknown as string,
})
