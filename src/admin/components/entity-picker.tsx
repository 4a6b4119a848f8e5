import { Combobox } from "@medusajs/dashboard/components"
import { useComboboxData } from "@medusajs/dashboard/hooks"
import type { FieldControl } from "./form-field"

type Option = { value: string; label: string }
type Page = { offset: number; limit: number; count: number }
type PageQuery = { id?: string; q?: string; offset?: number; limit?: number }

export type PickerProps = {
  control: FieldControl
  /** The id of what is chosen. */
  value: string | null
  onChange: (id: string | null) => void
}

type EntityPickerProps<Answer extends Page> = PickerProps & {
  /** Under which the dashboard caches the pages. */
  name: string
  fetchPage: (query: PageQuery) => Promise<Answer>
  optionsOf: (answer: Answer) => Option[]
}

/** Chooses one of many, searched on the server and loaded page by page. */
export function EntityPicker<Answer extends Page>({
  name,
  fetchPage,
  optionsOf,
  control,
  value,
  onChange,
}: EntityPickerProps<Answer>) {
  const { disabled: _, ...found } = useComboboxData<Answer, PageQuery>({
    queryKey: [`${name}-picker`],
    queryFn: fetchPage,
    getOptions: optionsOf,
    selectedValue: value ?? undefined,
  })
  return (
    <Combobox
      {...control}
      allowClear
      value={value ?? ""}
      onChange={(id) => onChange(id || null)}
      options={found.options}
      searchValue={found.searchValue}
      onSearchValueChange={found.onSearchValueChange}
      fetchNextPage={() => void found.fetchNextPage()}
      isFetchingNextPage={found.isFetchingNextPage}
    />
  )
}
