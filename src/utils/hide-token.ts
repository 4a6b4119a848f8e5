/** Addresses with a token in the query: two of the admin's pages, and Medusa's route behind the one of them. */
const WITH_TOKEN =
  /^([^?#]*\/(?:invite|reset-password|admin\/invites\/accept))\?[^#]*\btoken=/

/** A search by a licence key. */
const WITH_KEY =
  /^([^?#]*\/admin\/digital-products\/grants)\?[^#]*\blicence_key=/

/** A link that opens a file. */
const FILE_LINK = /^([^?#]*\/downloads\/files\/)./

/**
 * An address without what opens a door, as a log may have it: an admin's token, a licence key, a link to a file.
 * @example withoutToken("/app/invite?token=abc") // "/app/invite"
 */
export const withoutToken = (address: string): string =>
  [WITH_TOKEN, WITH_KEY, FILE_LINK].reduce(
    (hidden, secret) => secret.exec(hidden)?.[1] ?? hidden,
    address
  )
