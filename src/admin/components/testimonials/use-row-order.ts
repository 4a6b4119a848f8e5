import { useState } from "react"
import type { AdminTestimonial } from "../../../types/testimonials"

/** The rows in an order that can be changed. Featured rows and others never mix, because the storefront keeps them apart. */
export function useRowOrder(initial: AdminTestimonial[]) {
  const [rows, setRows] = useState(initial)

  function canMove(from: number, to: number): boolean {
    const [moved, target] = [rows[from], rows[to]]
    return (
      from !== to && moved !== undefined && moved.featured === target?.featured
    )
  }

  function move(from: number, to: number) {
    if (!canMove(from, to)) {
      return
    }
    setRows((current) => {
      const others = current.filter((_, index) => index !== from)
      return [
        ...others.slice(0, to),
        ...current.slice(from, from + 1),
        ...others.slice(to),
      ]
    })
  }

  const isChanged = rows.some(({ id }, index) => id !== initial[index]?.id)
  return { rows, isChanged, canMove, move }
}
