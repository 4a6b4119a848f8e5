/** Addresses with a token in the query: two of the admin's pages, and Medusa's route behind the one of them. */
const WITH_TOKEN =
  /^([^?#]*\/(?:invite|reset-password|admin\/invites\/accept))\?[^#]*\btoken=/

/**
 * An address without the token that opens an admin's door, as a log may have it.
 * @example withoutToken("/app/invite?token=abc") // "/app/invite"
 */
export const withoutToken = (address: string): string =>
  WITH_TOKEN.exec(address)?.[1] ?? address
