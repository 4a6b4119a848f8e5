import { ArrowDownMini, ArrowUpMini, DotsSix } from "@medusajs/icons"
import { Badge, IconButton, Text } from "@medusajs/ui"
import { type DragEvent, useLayoutEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import type { AdminTestimonial } from "../../../types/testimonials"

type ReorderRowProps = {
  testimonial: AdminTestimonial
  /** From 1. */
  position: number
  /** Without it the row is the first of its kind. */
  onMoveUp?: () => void
  onMoveDown?: () => void
  onDragStart: () => void
  onDragOver: () => void
  onDragEnd: () => void
}

export function ReorderRow({ testimonial, position, ...row }: ReorderRowProps) {
  const { t } = useTranslation("testimonials")
  const { name, feedback, featured } = testimonial
  const keepFocus = useFocusKept(position)

  function handleDragStart(event: DragEvent) {
    event.dataTransfer.effectAllowed = "move"
    row.onDragStart()
  }

  function handleDragOver(event: DragEvent) {
    event.preventDefault()
    row.onDragOver()
  }

  return (
    <li
      draggable
      onDragStart={handleDragStart}
      onDragOver={handleDragOver}
      onDragEnd={row.onDragEnd}
      className="bg-ui-bg-component shadow-elevation-card-rest flex items-center gap-x-3 rounded-lg px-3 py-2"
    >
      <span title={t("reorder.drag")} className="text-ui-fg-muted cursor-grab">
        <DotsSix />
      </span>
      <Text
        size="small"
        leading="compact"
        className="text-ui-fg-muted w-6 tabular-nums"
      >
        {position}
      </Text>
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="flex items-center gap-x-2">
          <Text
            size="small"
            leading="compact"
            weight="plus"
            className="truncate"
          >
            {name}
          </Text>
          {featured && (
            <Badge size="2xsmall" color="purple">
              {t("fields.featured")}
            </Badge>
          )}
        </div>
        <Text size="xsmall" className="text-ui-fg-subtle truncate">
          {feedback}
        </Text>
      </div>
      <div className="flex" onClick={keepFocus}>
        <MoveButton label={t("reorder.up", { name })} onClick={row.onMoveUp}>
          <ArrowUpMini />
        </MoveButton>
        <MoveButton
          label={t("reorder.down", { name })}
          onClick={row.onMoveDown}
        >
          <ArrowDownMini />
        </MoveButton>
      </div>
    </li>
  )
}

type MoveButtonProps = {
  label: string
  onClick?: () => void
  children: JSX.Element
}

/** Stays focusable at the end of the list, where it does nothing, so that the keyboard does not get lost. */
function MoveButton({ label, onClick, children }: MoveButtonProps) {
  return (
    <IconButton
      type="button"
      size="small"
      variant="transparent"
      aria-label={label}
      aria-disabled={!onClick}
      className={onClick ? undefined : "text-ui-fg-disabled"}
      onClick={onClick}
    >
      {children}
    </IconButton>
  )
}

/** A row that React moves in the document loses the focus: the button that was pressed gets it back. */
function useFocusKept(position: number) {
  const pressed = useRef<HTMLElement>()
  useLayoutEffect(() => {
    pressed.current?.focus()
    pressed.current = undefined
  }, [position])
  return () => {
    if (document.activeElement instanceof HTMLElement) {
      pressed.current = document.activeElement
    }
  }
}
