import { Star, StarSolid } from "@medusajs/icons"
import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { STARS } from "../lib/stars"
import type { FieldControl } from "./form-field"

type RatingInputProps = {
  control: FieldControl
  value: number
  onChange: (rating: number) => void
}

/** Five stars to choose from, by mouse or by the arrow keys of a radio group. */
export function RatingInput({ control, value, onChange }: RatingInputProps) {
  const { t } = useTranslation("commerceSuite")
  return (
    <div {...control} role="radiogroup" className="flex w-fit items-center">
      {STARS.map((star) => (
        <label
          key={star}
          className={clx(
            "text-ui-fg-muted cursor-pointer rounded-md p-1 transition-colors",
            "has-[:focus-visible]:shadow-borders-focus hover:bg-ui-bg-base-hover",
            star <= value && "text-ui-tag-orange-icon"
          )}
        >
          <input
            type="radio"
            className="sr-only"
            name={control.id}
            value={star}
            checked={star === value}
            onChange={() => onChange(star)}
            aria-label={t("rating", { rating: star })}
          />
          {star <= value ? <StarSolid /> : <Star />}
        </label>
      ))}
    </div>
  )
}
