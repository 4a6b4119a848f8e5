/** Something of the payment module's container, which throws for what it does not have. */
export function resolved(
  cradle: Record<string, unknown>,
  name: string
): unknown {
  try {
    return cradle[name]
  } catch {
    return undefined
  }
}
