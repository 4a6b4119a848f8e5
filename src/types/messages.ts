/** HTTP shapes of the message log, shared by routes and admin. */

export const MESSAGE_STATUSES = [
  /** Waits for its turn, or for its next attempt. */
  "queued",
  /** The mail server has taken it. */
  "sent",
  /** Given up, or there was nobody to send it to. */
  "failed",
  /** Taken back by an admin before it was sent. */
  "canceled",
] as const
export type MessageStatus = (typeof MESSAGE_STATUSES)[number]

export const MESSAGE_CHANNELS = ["email"] as const
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number]

export const MESSAGE_TEMPLATES = ["order-placed"] as const
export type MessageTemplate = (typeof MESSAGE_TEMPLATES)[number]
