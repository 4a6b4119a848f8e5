/** A login that nobody has the password of. Nobody's address: the domain is reserved for what must not exist. */
export const DECOY_LOGIN = "nobody@sign-in.invalid"
