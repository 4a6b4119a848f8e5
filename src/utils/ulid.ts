const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
const TIME_LENGTH = 10

/**
 * The least ULID of a moment. Medusa's ids are ULIDs behind a prefix, so that an id's own
 * index finds what was made since, where no index on `created_at` exists.
 * @example `order_${ulidSince(yesterday)}` // every order made since has a greater id
 */
export function ulidSince(moment: Date): string {
  let rest = moment.getTime()
  let text = ""
  for (let place = 0; place < TIME_LENGTH; place++) {
    text = `${DIGITS[rest % DIGITS.length]}${text}`
    rest = Math.floor(rest / DIGITS.length)
  }
  return text
}

/**
 * The way back: when something with such an id was made.
 * @example momentOf("order_01KAJ3…")
 */
export function momentOf(id: string): Date {
  const text = id.slice(id.lastIndexOf("_") + 1).slice(0, TIME_LENGTH)
  const time = [...text].reduce(
    (sum, digit) => sum * DIGITS.length + DIGITS.indexOf(digit),
    0
  )
  return new Date(time)
}
