import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { ReorderRow } from "./reorder-row"
import type { useRowOrder } from "./use-row-order"

/** Rows to drag, or to move with the buttons; what moved is read out. */
export function ReorderList({
  order,
}: {
  order: ReturnType<typeof useRowOrder>
}) {
  const { t } = useTranslation("testimonials")
  const { rows, canMove, move } = order
  const dragged = useRef<number>()
  const [announcement, setAnnouncement] = useState("")

  function moveTo(from: number, to: number) {
    move(from, to)
    setAnnouncement(
      t("reorder.position", {
        name: rows[from]?.name,
        position: to + 1,
        count: rows.length,
      })
    )
  }

  function dragOver(to: number) {
    const from = dragged.current
    if (from !== undefined && canMove(from, to)) {
      move(from, to)
      dragged.current = to
    }
  }

  return (
    <>
      <ol className="flex flex-col gap-y-2 px-6 py-4">
        {rows.map((testimonial, index) => (
          <ReorderRow
            key={testimonial.id}
            testimonial={testimonial}
            position={index + 1}
            onMoveUp={
              canMove(index, index - 1)
                ? () => moveTo(index, index - 1)
                : undefined
            }
            onMoveDown={
              canMove(index, index + 1)
                ? () => moveTo(index, index + 1)
                : undefined
            }
            onDragStart={() => (dragged.current = index)}
            onDragOver={() => dragOver(index)}
            onDragEnd={() => (dragged.current = undefined)}
          />
        ))}
      </ol>
      <div aria-live="polite" className="sr-only">
        {announcement}
      </div>
    </>
  )
}
