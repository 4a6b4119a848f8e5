import { MedusaError } from "@medusajs/framework/utils"

type VendorCall = {
  /** Whom to name when no answer comes. */
  vendor: string
  url: string
  headers: Record<string, string>
  body: string
  timeoutMs: number
}

export type VendorAnswer = {
  status: number
  headers: Headers
  /** Parsed JSON; an empty object where there is none. */
  body: Record<string, unknown>
}

/**
 * One POST to a vendor's API, without repeats: those are the queue's.
 * @throws one line when no answer came within the time: nobody knows then whether it was done
 */
export async function callVendor({
  vendor,
  url,
  headers,
  body,
  timeoutMs,
}: VendorCall): Promise<VendorAnswer> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers,
      body,
      signal: AbortSignal.timeout(timeoutMs),
      // The key must not follow to anywhere else.
      redirect: "error",
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: asObject(text),
    }
  } catch (error) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `${vendor} gave no answer: ${causeOf(error)}`
    )
  }
}

function causeOf(error: unknown): string {
  const { name, cause } = error as Error
  const { code } = (cause ?? {}) as { code?: unknown }
  return typeof code === "string" ? code : name
}

function asObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === "object" && value
      ? (value as Record<string, unknown>)
      : {}
  } catch {
    return {}
  }
}
