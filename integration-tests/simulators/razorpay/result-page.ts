import type { CheckoutResult } from "./control"
import { escape, hidden, page } from "./html"
import type { Order } from "./objects"
import { tell, wayBack } from "./frame-message"
import { heading } from "./pay-page"
import type { PayVisit } from "./pay-visit"

/** Posts to the callback URL by itself, as Checkout does; with a button for browsers without scripts. */
const handOver = (url: string, fields: Record<string, string>) => `
<form id="result" method="post" action="${escape(url)}">${hidden(fields)}
<p role="status">Paid. The store is told …</p><button class="main">Back to the store</button></form>
<script>document.getElementById("result").submit()</script>`

/** A shopper who gives up goes back to the callback URL with what Checkout posts there. */
const giveUp = (url: string, error: Record<string, unknown>) => `
<form method="post" action="${escape(url)}">${hidden(errorFields(error))}
<button>Give up and go back to the store</button></form>`

const errorFields = (error: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(error).map(([name, value]) => [
      `error[${name}]`,
      typeof value === "string" ? value : JSON.stringify(value),
    ])
  )

/** Below the form, after a payment that failed. */
export function failedPart(
  { embeddedIn, callbackUrl }: PayVisit,
  error: Record<string, unknown>
): string {
  if (embeddedIn) {
    return tell(embeddedIn, { razorpay_simulator: "failed", error })
  }
  return callbackUrl ? giveUp(callbackUrl, error) : ""
}

const shown = (result: CheckoutResult) =>
  Object.entries(result)
    .map(([name, value]) => `<dt>${name}</dt><dd><code>${value}</code></dd>`)
    .join("")

/** After a payment: the result goes to the store, or is shown when there is nobody to tell. */
export function paidPage(
  order: Order,
  visit: PayVisit,
  result: CheckoutResult
): string {
  const { callbackUrl, embeddedIn } = visit
  const body = embeddedIn
    ? `<section><p role="status">Paid.</p></section>${tell(embeddedIn, { razorpay_simulator: "paid", result })}`
    : callbackUrl
      ? handOver(callbackUrl, result)
      : `<section><p role="status">Paid.</p><dl>${shown(result)}</dl></section>`
  return page("Paid – Razorpay (simulator)", heading(order, visit) + body)
}

/** After a payment of which the store shall know nothing: the shopper's window could be closed now. */
export const silentPage = (order: Order, visit: PayVisit) =>
  page(
    "Paid in silence – Razorpay (simulator)",
    `${heading(order, visit)}<section><p role="status">Paid, and the store was not told.</p><p>Close this window, as a shopper does whose network is gone. The store has to find out by itself.</p>${wayBack(visit.embeddedIn)}</section>`
  )

export const refusedPage = (message: string, frame: string | null) =>
  page(
    "Razorpay (simulator)",
    `<section><h2>This cannot be paid</h2><p role="alert">${escape(message)}</p>${wayBack(frame)}</section>`
  )
