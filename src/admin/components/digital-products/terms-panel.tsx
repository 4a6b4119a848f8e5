import { Input, Select, Textarea } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import {
  type AdminDigitalProduct,
  KEY_MODES,
  type KeyMode,
  LICENCE_TYPES,
  type LicenceType,
} from "../../../types/digital-products"
import { useSaveDigitalProduct } from "../../hooks/digital-products/use-digital-products"
import { useDrawerForm } from "../../hooks/use-drawer-form"
import { FormField } from "../form-field"
import { FormPanel } from "../form-panel"

type TermsPanelProps = {
  variantId: string
  /** Nothing for a variant that is not digital yet. */
  product?: AdminDigitalProduct
  onClose: () => void
}

const NUMBERS = ["download_limit", "access_days"] as const

const text = (value: number | string | null | undefined) =>
  value === null || value === undefined ? "" : String(value)

const number = (value: string) => (value.trim() === "" ? null : Number(value))

export function TermsPanel({ variantId, product, onClose }: TermsPanelProps) {
  const { t } = useTranslation("digitalProducts")
  const { mutateAsync } = useSaveDigitalProduct()
  const form = useDrawerForm({
    initial: {
      licence_type: product?.licence_type ?? ("personal" as LicenceType),
      licence_text: text(product?.licence_text),
      download_limit: text(product?.download_limit),
      access_days: text(product?.access_days),
      key_mode: product?.key_mode ?? ("none" as KeyMode),
      low_pool_threshold: text(product?.low_pool_threshold ?? 10),
    },
    save: (values) =>
      mutateAsync({
        id: product?.id,
        variant_id: variantId,
        terms: {
          ...values,
          licence_text: values.licence_text.trim() || null,
          download_limit: number(values.download_limit),
          access_days: number(values.access_days),
          low_pool_threshold: number(values.low_pool_threshold) ?? 0,
        },
      }),
  })
  const { values, errors, set } = form
  return (
    <FormPanel
      title={t(product ? "terms.edit" : "terms.make")}
      form={form}
      onClose={onClose}
    >
      <FormField label={t("fields.licence_type")} error={errors.licence_type}>
        {(control) => (
          <Choice
            control={control}
            value={values.licence_type}
            options={LICENCE_TYPES.map((type) => [type, t(`licence.${type}`)])}
            onChange={(type) => set("licence_type", type as LicenceType)}
          />
        )}
      </FormField>
      <FormField
        label={t("fields.licence_text")}
        optional
        error={errors.licence_text}
      >
        {(control) => (
          <Textarea
            {...control}
            value={values.licence_text}
            onChange={(event) => set("licence_text", event.target.value)}
          />
        )}
      </FormField>
      {NUMBERS.map((name) => (
        <FormField
          key={name}
          label={t(`fields.${name}`)}
          optional
          hint={t(`hints.${name}`)}
          error={errors[name]}
        >
          {(control) => (
            <Input
              {...control}
              type="number"
              min={1}
              value={values[name]}
              onChange={(event) => set(name, event.target.value)}
            />
          )}
        </FormField>
      ))}
      <FormField label={t("fields.key_mode")} error={errors.key_mode}>
        {(control) => (
          <Choice
            control={control}
            value={values.key_mode}
            options={KEY_MODES.map((mode) => [mode, t(`keys.${mode}`)])}
            onChange={(mode) => set("key_mode", mode as KeyMode)}
          />
        )}
      </FormField>
      {values.key_mode === "pool" && (
        <FormField
          label={t("fields.low_pool_threshold")}
          error={errors.low_pool_threshold}
        >
          {(control) => (
            <Input
              {...control}
              type="number"
              min={0}
              value={values.low_pool_threshold}
              onChange={(event) =>
                set("low_pool_threshold", event.target.value)
              }
            />
          )}
        </FormField>
      )}
    </FormPanel>
  )
}

type ChoiceProps = {
  control: object
  value: string
  options: [value: string, label: string][]
  onChange: (value: string) => void
}

const Choice = ({ control, value, options, onChange }: ChoiceProps) => (
  <Select value={value} onValueChange={onChange}>
    <Select.Trigger {...control}>
      <Select.Value />
    </Select.Trigger>
    <Select.Content>
      {options.map(([option, label]) => (
        <Select.Item key={option} value={option}>
          {label}
        </Select.Item>
      ))}
    </Select.Content>
  </Select>
)
