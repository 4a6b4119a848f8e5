import { Container, Heading } from "@medusajs/ui"
import type { PropsWithChildren } from "react"
import { useTranslation } from "react-i18next"
import { Outlet } from "react-router-dom"
import { isNotFound } from "../lib/errors"
import { LoadFailure } from "./load-failure"
import { Notice } from "./notice"

type FeaturePageProps = PropsWithChildren<{
  title: string
  /** Of the read that the page lives from; a 404 means that the feature is switched off. */
  error: Error | null
  onRetry: () => unknown
}>

/** A page of the suite with the drawers that its sub-routes open, or with what keeps it from being shown. */
export function FeaturePage({
  title,
  error,
  onRetry,
  children,
}: FeaturePageProps) {
  if (error) {
    return (
      <Container className="divide-y p-0">
        <Heading className="px-6 py-4">{title}</Heading>
        {isNotFound(error) ? (
          <SwitchedOff />
        ) : (
          <LoadFailure error={error} onRetry={onRetry} />
        )}
      </Container>
    )
  }
  return (
    <>
      <Container className="overflow-hidden p-0">{children}</Container>
      <Outlet />
    </>
  )
}

function SwitchedOff() {
  const { t } = useTranslation("commerceSuite")
  return <Notice title={t("off.title")} description={t("off.description")} />
}
