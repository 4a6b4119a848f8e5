import { toast } from "@medusajs/ui"

/** A switched-off feature answers every request with 404. */
export function isNotFound(error: unknown): boolean {
  return (error as { status?: unknown } | null)?.status === 404
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Does something that the server may refuse, and shows its answer then. Tells whether it was done. */
export async function attempt(act: () => Promise<void>): Promise<boolean> {
  try {
    await act()
    return true
  } catch (error) {
    toast.error(messageOf(error))
    return false
  }
}
