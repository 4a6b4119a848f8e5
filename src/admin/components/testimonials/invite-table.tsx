import { DataTable } from "@medusajs/dashboard/components"
import { useTranslation } from "react-i18next"
import type {
  AdminTestimonialInvite,
  AdminTestimonialInvitesResponse,
} from "../../../types/testimonials"
import { useInviteColumns } from "./use-invite-columns"

type InviteTableProps = {
  /** @default still loading */
  data?: AdminTestimonialInvitesResponse
  pageSize: number
}

const NONE: AdminTestimonialInvite[] = []

export function InviteTable({ data, pageSize }: InviteTableProps) {
  const { t } = useTranslation("testimonials")
  const columns = useInviteColumns(data?.invites ?? NONE)
  return (
    <DataTable
      heading={t("invites.domain")}
      subHeading={t("invites.subtitle")}
      data={data?.invites}
      rowCount={data?.count}
      isLoading={data === undefined}
      getRowId={({ id }) => id}
      columns={columns}
      enableSearch={false}
      pageSize={pageSize}
      action={{ label: t("actions.create"), to: "create" }}
      emptyState={{
        empty: {
          heading: t("invites.empty.title"),
          description: t("invites.empty.description"),
        },
      }}
    />
  )
}
