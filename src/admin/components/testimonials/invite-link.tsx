import { RouteDrawer } from "@medusajs/dashboard/components"
import { useDate } from "@medusajs/dashboard/hooks"
import { SquareTwoStack } from "@medusajs/icons"
import { Button, Copy, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { FormField } from "../form-field"

type InviteLinkProps = { url: string; expiresAt: string }

/** The link of a new invite, to be copied now: the store does not keep it. */
export function InviteLink({ url, expiresAt }: InviteLinkProps) {
  const { t } = useTranslation("testimonials")
  const { getFullDate } = useDate()
  const until = getFullDate({ date: expiresAt }).trim()
  return (
    <>
      <RouteDrawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto">
        <Text size="small" className="text-ui-fg-subtle">
          {t("invites.created.description", { date: until })}
        </Text>
        <FormField label={t("invites.created.link")}>
          {(control) => (
            <output
              {...control}
              className="bg-ui-bg-field shadow-borders-base txt-small break-all rounded-md p-3 font-mono"
            >
              {url}
            </output>
          )}
        </FormField>
        <Copy content={url} asChild aria-label={t("invites.created.copy")}>
          <Button size="small" variant="primary" className="w-full">
            <SquareTwoStack />
            {t("invites.created.copy")}
          </Button>
        </Copy>
      </RouteDrawer.Body>
      <RouteDrawer.Footer>
        <RouteDrawer.Close asChild>
          <Button size="small" variant="secondary">
            {t("actions.close")}
          </Button>
        </RouteDrawer.Close>
      </RouteDrawer.Footer>
    </>
  )
}
