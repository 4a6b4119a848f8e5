/** Pages of the admin whose links carry a token in the query: they read it from the browser's own address. */
const PAGE_WITH_TOKEN = /^([^?#]*\/(?:invite|reset-password))\?[^#]*\btoken=/

/**
 * The address of a request, or of where it came from, without the token that opens an admin's door: whatever the
 * server sees ends up in its log, and it has no use for it.
 * @example withoutToken("/app/invite?token=abc") // "/app/invite"
 */
export function withoutToken(address: string): string {
  return PAGE_WITH_TOKEN.exec(address)?.[1] ?? address
}
