import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { OrphanedApiKey } from "../../../types/sessions"
import { useOrphanedApiKeys } from "../../hooks/sessions/use-sessions"
import { DetailSection } from "../detail-section"

/** Secret keys whose makers are gone; nothing where there are none. */
export function OrphanedApiKeysSection() {
  const { t } = useTranslation("sessions")
  const query = useOrphanedApiKeys()
  const { data, error } = query
  if (!error && !data?.count) {
    return null
  }
  return (
    <DetailSection
      title={t("apiKeys.title")}
      subtitle={t("apiKeys.description")}
      query={query}
    >
      <ul className="divide-y">
        {data?.api_keys.map((key) => (
          <OrphanedKey key={key.id} apiKey={key} />
        ))}
      </ul>
    </DetailSection>
  )
}

function OrphanedKey({ apiKey }: { apiKey: OrphanedApiKey }) {
  const { t } = useTranslation("sessions")
  const { id, title, redacted, created_by, created_by_email } = apiKey
  return (
    <li className="px-6 py-3">
      <Link
        to={`/settings/secret-api-keys/${id}`}
        className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
      >
        <Text size="small">{title}</Text>
      </Link>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {[
          redacted,
          t("apiKeys.madeBy", { who: created_by_email ?? created_by }),
        ].join(" · ")}
      </Text>
    </li>
  )
}
