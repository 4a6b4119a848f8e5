/** A line that a server or a gateway wrote, as it may stand by itself. */
export const sentence = (text: string | null): string | null =>
  text && text.charAt(0).toUpperCase() + text.slice(1)
