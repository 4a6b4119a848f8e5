import { Input, Text, Textarea, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type {
  AdminMessageBrand,
  AdminMessageBrandResponse,
} from "../../../types/messages"
import { useSaveMessageBrand } from "../../hooks/messages/use-message-looks"
import { useDrawerForm } from "../../hooks/use-drawer-form"
import { DrawerForm } from "../form-drawer"
import { FormField } from "../form-field"

type Field = keyof AdminMessageBrand

const FIELDS: Field[] = [
  ...(["name", "logo_url", "color"] as const),
  ...(["background_color", "address", "footer"] as const),
]

/** Texts of several lines. */
const LONG: Field[] = ["address", "footer"]
const COLORS: Field[] = ["color", "background_color"]

/** How messages look; an empty field shows what the options say. */
export function BrandForm({ brand, defaults }: AdminMessageBrandResponse) {
  const { t } = useTranslation("messages")
  const { mutateAsync } = useSaveMessageBrand()
  const form = useDrawerForm({
    initial: filled(brand),
    save: async (values) => {
      await mutateAsync(emptied(values))
      toast.success(t("brand.done"))
    },
  })
  const { values, errors, set } = form
  return (
    <DrawerForm form={form}>
      <div className="flex flex-col gap-y-4 px-6 py-6">
        <Text size="small" className="text-ui-fg-subtle">
          {t("brand.hint")}
        </Text>
        {FIELDS.map((field) => {
          const TextInput = LONG.includes(field) ? Textarea : Input
          return (
            <FormField
              key={field}
              label={t(`brand.${field}`)}
              optional
              hint={field === "logo_url" ? t("brand.logoHint") : undefined}
              error={errors[field]}
            >
              {(control) => (
                <div className="flex items-center gap-x-2">
                  <div className="flex-1">
                    <TextInput
                      {...control}
                      value={values[field]}
                      placeholder={defaults[field] ?? undefined}
                      onChange={(event) => set(field, event.target.value)}
                    />
                  </div>
                  {COLORS.includes(field) && (
                    <Swatch color={values[field] || defaults[field]} />
                  )}
                </div>
              )}
            </FormField>
          )
        })}
      </div>
    </DrawerForm>
  )
}

const Swatch = ({ color }: { color: string | null }) => (
  <span
    aria-hidden
    className="size-8 rounded-md border"
    style={{ backgroundColor: color ?? undefined }}
  />
)

const filled = (brand: AdminMessageBrand) =>
  Object.fromEntries(
    FIELDS.map((field) => [field, brand[field] ?? ""])
  ) as Record<Field, string>

const emptied = (values: Record<Field, string>) =>
  Object.fromEntries(
    FIELDS.map((field) => [field, values[field].trim() || null])
  ) as AdminMessageBrand
