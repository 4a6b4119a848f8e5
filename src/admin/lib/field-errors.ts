const PREFIX = "Invalid request: "
const NEXT_COMPLAINT = /; (?=[\w.]+(?:, [\w.]+)*: )/

export type FieldErrors<Field extends string> = Partial<Record<Field, string>>

/**
 * Sorts a 400 answer of the suite's API into the form's fields; what names none of them is the rest.
 * @example
 * splitFieldErrors("Invalid request: avatar_url: must be an https URL", ["avatar_url"])
 * // { fields: { avatar_url: "must be an https URL" }, rest: undefined }
 */
export function splitFieldErrors<Field extends string>(
  message: string,
  names: readonly Field[]
): { fields: FieldErrors<Field>; rest: string | undefined } {
  if (!message.startsWith(PREFIX)) {
    return { fields: {}, rest: message }
  }
  const fields: FieldErrors<Field> = {}
  const rest: string[] = []
  for (const complaint of message.slice(PREFIX.length).split(NEXT_COMPLAINT)) {
    const [path = "", ...why] = complaint.split(": ")
    const field = names.find(
      (name) => path === name || path.startsWith(`${name}.`)
    )
    if (field) {
      fields[field] ??= why.join(": ")
    } else {
      rest.push(complaint)
    }
  }
  return { fields, rest: rest.join("; ") || undefined }
}
