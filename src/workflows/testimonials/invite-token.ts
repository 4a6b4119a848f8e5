/** The purpose in the signature of an invite's token; see `src/utils/signed-token.ts`. */
export const TESTIMONIAL_INVITE_PURPOSE = "testimonial-invite"
