import { useProducts } from "@medusajs/dashboard/hooks"
import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminTestimonialInvite } from "../../../types/testimonials"
import {
  ExpiresCell,
  InviteCreatedCell,
  InviteStateCell,
  RecipientCell,
} from "./invite-cells"
import { InviteRowMenu } from "./invite-row-menu"

const columns = createDataTableColumnHelper<AdminTestimonialInvite>()

export function useInviteColumns(invites: AdminTestimonialInvite[]) {
  const { t } = useTranslation("testimonials")
  const productTitles = useProductTitles(invites)
  return useMemo(
    () => [
      columns.accessor("name", {
        header: t("invites.recipient"),
        cell: RecipientCell,
      }),
      columns.display({
        id: "state",
        header: t("fields.status"),
        cell: InviteStateCell,
      }),
      columns.accessor("product_id", {
        header: t("fields.product_id"),
        cell: ({ getValue }) => productTitles.get(getValue() ?? "") ?? "–",
      }),
      columns.accessor("locale", {
        header: t("fields.locale"),
        cell: ({ getValue }) => getValue() ?? "–",
      }),
      columns.accessor("expires_at", {
        header: t("invites.expires"),
        cell: ExpiresCell,
      }),
      columns.accessor("created_at", {
        header: t("fields.created"),
        cell: InviteCreatedCell,
      }),
      columns.accessor("id", {
        id: "action",
        header: "",
        cell: InviteRowMenu,
        truncateTooltip: false,
      }),
    ],
    [t, productTitles]
  )
}

/** By product id; the API names a product by its id alone. */
function useProductTitles(
  invites: AdminTestimonialInvite[]
): Map<string, string> {
  const ids = [
    ...new Set(invites.flatMap(({ product_id }) => product_id ?? [])),
  ]
  const { products } = useProducts(
    { id: ids, fields: "id,title", limit: ids.length },
    { enabled: ids.length > 0 }
  )
  return useMemo(
    () => new Map(products?.map(({ id, title }) => [id, title])),
    [products]
  )
}
