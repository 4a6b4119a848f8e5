import { Star, StarSolid } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { STARS } from "../lib/stars"

/** A rating of 1 to 5 as stars, read out as one phrase. */
export function RatingStars({ rating }: { rating: number }) {
  const { t } = useTranslation("commerceSuite")
  return (
    <span
      role="img"
      aria-label={t("rating", { rating })}
      className="flex items-center gap-x-0.5"
    >
      {STARS.map((star) =>
        star <= rating ? (
          <StarSolid key={star} className="text-ui-tag-orange-icon" />
        ) : (
          <Star key={star} className="text-ui-fg-disabled" />
        )
      )}
    </span>
  )
}
