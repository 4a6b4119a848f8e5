import { missingParameter, wrongParameter } from "./api-error"
import type { Form } from "./form"
import type { Metadata } from "./objects"

export function text(form: Form, name: string): string | undefined {
  const value = form[name]
  return typeof value === "string" && value !== "" ? value : undefined
}

export function requiredText(form: Form, name: string): string {
  const value = text(form, name)
  if (value === undefined) {
    throw missingParameter(name)
  }
  return value
}

export function list(form: Form, name: string): string[] {
  const value = form[name]
  return Array.isArray(value) ? value.map(String) : []
}

/** A whole number above zero, in minor units. */
export function amount(form: Form, name = "amount"): number | undefined {
  const value = text(form, name)
  if (value === undefined) {
    return undefined
  }
  if (!/^\d{1,12}$/.test(value)) {
    throw wrongParameter(name, `Invalid integer: ${value}`)
  }
  if (Number(value) === 0) {
    throw wrongParameter(name, "Amount must be at least 1.", "amount_too_small")
  }
  return Number(value)
}

export function requiredAmount(form: Form): number {
  const value = amount(form)
  if (value === undefined) {
    throw missingParameter("amount")
  }
  return value
}

export function metadata(form: Form): Metadata {
  const given = form.metadata
  if (typeof given !== "object" || Array.isArray(given)) {
    return {}
  }
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, String(value)])
  )
}

/** An update adds to what is there; an empty value takes a key away. */
export function mergedMetadata(known: Metadata, form: Form): Metadata {
  const merged = { ...known, ...metadata(form) }
  return Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== "")
  )
}
