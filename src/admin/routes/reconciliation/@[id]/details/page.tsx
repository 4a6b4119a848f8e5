import { RouteDrawer } from "@medusajs/dashboard/components"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { Drawer } from "../../../../components/form-drawer"
import { FormSkeleton } from "../../../../components/form-skeleton"
import { LoadFailure } from "../../../../components/load-failure"
import { CaseBadge } from "../../../../components/reconciliation/case-badge"
import {
  BothSides,
  CaseRecord,
} from "../../../../components/reconciliation/case-record"
import { useCaseActs } from "../../../../components/reconciliation/use-case-acts"
import { useReconciliationCase } from "../../../../hooks/reconciliation/use-reconciliation-cases"
import type { AdminReconciliationCase } from "../../../../../types/reconciliation"

const ReconciliationCaseDrawer = () => {
  const { t } = useTranslation("reconciliation")
  const { id = "" } = useParams()
  const { data, error, refetch } = useReconciliationCase(id)
  const found = data?.reconciliation_case
  return (
    <Drawer
      title={t("details.title")}
      aside={found && <CaseBadge status={found.status} />}
    >
      {error && <LoadFailure error={error} onRetry={refetch} />}
      {!error && !found && <FormSkeleton />}
      {found && (
        <>
          <RouteDrawer.Body className="flex flex-1 flex-col divide-y overflow-y-auto p-0">
            <CaseRecord found={found} />
            <BothSides found={found} />
          </RouteDrawer.Body>
          <Acts found={found} />
        </>
      )}
    </Drawer>
  )
}
export default ReconciliationCaseDrawer

function Acts({ found }: { found: AdminReconciliationCase }) {
  const { t } = useTranslation("reconciliation")
  const { retry, confirm, isPending } = useCaseActs(found)
  const acts = { retry, confirm }
  return (
    <RouteDrawer.Footer>
      {Object.entries(acts).map(
        ([name, act]) =>
          act && (
            <Button
              key={name}
              size="small"
              variant="secondary"
              isLoading={isPending}
              onClick={() => void act()}
            >
              {t(`${name}.action`)}
            </Button>
          )
      )}
    </RouteDrawer.Footer>
  )
}
