import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { messageOf } from "../lib/errors"
import { saveFile } from "../lib/save-file"
import { sdk } from "../lib/sdk"

/**
 * Downloads a file that a route of the suite makes, such as a CSV of all rows that pass the filters.
 * @param namespace - whose texts hold `export.running` and `export.done`
 */
export function useExport(path: string, namespace: string) {
  const { t } = useTranslation(namespace)
  const [isExporting, setIsExporting] = useState(false)

  async function exportRows(query: object) {
    setIsExporting(true)
    const note = toast.loading(t("export.running"))
    try {
      // Any other "accept" than JSON makes the SDK hand out the answer as it is.
      const answer = await sdk.client.fetch<Response>(path, {
        query: { ...query },
        headers: { accept: "text/csv" },
      })
      await saveFile(answer)
      toast.success(t("export.done"), { id: note })
    } catch (error) {
      toast.error(messageOf(error), { id: note })
    } finally {
      setIsExporting(false)
    }
  }
  return { exportRows, isExporting }
}
