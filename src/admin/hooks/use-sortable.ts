import { useCallback } from "react"
import { useTranslation } from "react-i18next"

/** Makes a column sortable, in the words `sort.<name>Asc` and `sort.<name>Desc` of the feature. */
export function useSortable(namespace: string) {
  const { t } = useTranslation(namespace)
  return useCallback(
    (name: string) => ({
      enableSorting: true,
      sortAscLabel: t(`sort.${name}Asc`),
      sortDescLabel: t(`sort.${name}Desc`),
    }),
    [t]
  )
}
