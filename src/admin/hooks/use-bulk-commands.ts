import type { DataTableRowSelectionState } from "@medusajs/ui"
import { useState } from "react"
import { useMatch } from "react-router-dom"

type BulkCommand = {
  label: string
  /** One letter. */
  shortcut: string
  /** @returns whether it was done: the selection ends then */
  run: (ids: string[]) => Promise<boolean>
}

/**
 * A table's selected rows, and what can be done with all of them.
 * @param path - the table's page; while a drawer lies over it, letters are not for the table
 */
export function useBulkCommands(path: string, commands: BulkCommand[]) {
  const [state, onRowSelectionChange] = useState<DataTableRowSelectionState>({})
  const isTableInFront = useMatch(path)
  return {
    rowSelection: { state, onRowSelectionChange },
    commands: (isTableInFront ? commands : []).map(
      ({ label, shortcut, run }) => ({
        label,
        shortcut,
        action: async (selected: DataTableRowSelectionState) => {
          if (await run(Object.keys(selected))) {
            onRowSelectionChange({})
          }
        },
      })
    ),
  }
}
