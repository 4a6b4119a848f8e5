import { ActionMenu } from "@medusajs/dashboard/components"
import { useDate } from "@medusajs/dashboard/hooks"
import { ArrowPath, XCircle } from "@medusajs/icons"
import { StatusBadge, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type {
  AdminDigitalGrant,
  DigitalGrantState,
} from "../../../types/digital-products"
import {
  type GrantChange,
  useChangeGrant,
} from "../../hooks/digital-products/use-digital-grants"
import { ReasonPanel } from "../reason-panel"

const COLORS: Record<DigitalGrantState, "green" | "red" | "grey" | "orange"> = {
  ...{ active: "green", revoked: "red", expired: "grey", used_up: "orange" },
}

/** One unit: its state, its use, and what was done to it. */
export function GrantEntry({ grant }: { grant: AdminDigitalGrant }) {
  const { t } = useTranslation("digitalProducts")
  const { mutateAsync } = useChangeGrant()
  const [action, setAction] = useState<GrantChange["action"]>()
  const { title, unit, state, licence_key, waits_for_key } = grant
  const used = grant.download_limit === null ? "order.used" : "order.usedOf"
  const about = [
    t("order.unit", { unit }),
    t(used, { used: grant.downloads_used, limit: grant.download_limit }),
    ...(licence_key ? [t("order.key", { key: licence_key })] : []),
    ...(waits_for_key ? [t("order.waits")] : []),
  ]
  const acts = [
    ...(state === "revoked"
      ? []
      : [{ name: "revoke" as const, icon: <XCircle /> }]),
    { name: "regrant" as const, icon: <ArrowPath /> },
  ]
  return (
    <li className="flex flex-col gap-y-2 px-6 py-4">
      <div className="flex items-center justify-between gap-x-2">
        <div className="min-w-0">
          <Text size="small" weight="plus" className="truncate">
            {title}
          </Text>
          <Text size="xsmall" className="text-ui-fg-muted">
            {about.join(" · ")}
          </Text>
        </div>
        <div className="flex items-center gap-x-2">
          <StatusBadge color={COLORS[state]}>{t(`state.${state}`)}</StatusBadge>
          <ActionMenu
            groups={[
              {
                actions: acts.map(({ name, icon }) => ({
                  ...{ icon, label: t(`${name}.action`) },
                  onClick: () => setAction(name),
                })),
              },
            ]}
          />
        </div>
      </div>
      <History grant={grant} />
      {action && (
        <ReasonPanel
          title={t(`${action}.title`)}
          description={t(`${action}.description`)}
          actionLabel={t(`${action}.action`)}
          label={t("fields.reason")}
          missing={t("reason.missing")}
          done={t(`${action}.done`)}
          save={(reason) => mutateAsync({ id: grant.id, action, reason })}
          onClose={() => setAction(undefined)}
        />
      )}
    </li>
  )
}

function History({ grant }: { grant: AdminDigitalGrant }) {
  const { t } = useTranslation("digitalProducts")
  const { getFullDate } = useDate()
  const at = (date: string) => getFullDate({ date, includeTime: true })
  const lines = [
    ...grant.events.map(({ action, reason, created_at }) => ({
      created_at,
      // Why it was granted is always its payment; the fact's id says nothing to a reader.
      text: [t(`event.${action}`), action === "granted" ? null : reason]
        .filter(Boolean)
        .join(": "),
    })),
    ...grant.downloads.map(({ filename, device, country, created_at }) => ({
      created_at,
      text: t("event.downloaded", {
        filename,
        where: [device, country].filter(Boolean).join(", ") || "–",
      }),
    })),
  ].sort((one, other) => other.created_at.localeCompare(one.created_at))
  return (
    <details>
      <summary className="txt-xsmall text-ui-fg-subtle cursor-pointer">
        {t("order.history", { count: lines.length })}
      </summary>
      <ul className="mt-1">
        {lines.map(({ created_at, text }, index) => (
          <li key={index} className="txt-xsmall text-ui-fg-muted">
            {at(created_at)} · {text}
          </li>
        ))}
      </ul>
    </details>
  )
}
