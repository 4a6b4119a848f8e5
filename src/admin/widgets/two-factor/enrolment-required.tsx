import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { useLocation, useNavigate } from "react-router-dom"
import { WhenOn } from "../../components/when-on"
import { useTwoFactor } from "../../hooks/two-factor/use-two-factor"

const PROFILE = "/settings/profile"

export const config = defineWidgetConfig({
  id: "commerce-suite:enrolment-required",
  zone: "topbar",
})

/**
 * Leads whoever must set a second factor up first to where that is done: no other page would load. What was refused
 * until then is asked for anew.
 */
export default function EnrolmentRequired() {
  return (
    <WhenOn slug="two-factor">
      <Lead />
    </WhenOn>
  )
}

function Lead() {
  const { state } = useTwoFactor()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const isOver = Boolean(
    state?.due_at && Date.parse(state.due_at) <= Date.now()
  )
  useEffect(() => {
    if (isOver && pathname !== PROFILE) {
      void navigate(PROFILE, { replace: true })
    }
  }, [isOver, pathname, navigate])
  const wasOver = useRef(false)
  const queries = useQueryClient()
  useEffect(() => {
    if (wasOver.current && !isOver) {
      void queries.invalidateQueries()
    }
    wasOver.current = isOver
  }, [isOver, queries])
  return null
}
