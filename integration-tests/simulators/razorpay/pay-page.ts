import { digitsOf } from "./currencies"
import { wayBack } from "./frame-message"
import { escape, hidden, page } from "./html"
import type { Order, PaymentMethod } from "./objects"
import { type PayVisit, VISIT_FIELDS } from "./pay-visit"

/** What the buttons of the page do. */
export type PayAction = "pay" | "silent" | "late" | "fail"

const METHODS: [PaymentMethod, string, string][] = [
  ["card", "Card", "Visa •••• 1111"],
  ["upi", "UPI", "asha.rao@upi"],
  ["netbanking", "Netbanking", "HDFC Bank"],
  ["wallet", "Wallet", "PayZapp"],
]

const TROUBLE: [PayAction, string, string][] = [
  [
    "silent",
    "Pay and never tell",
    "The money is taken, but the store gets no answer and no webhook.",
  ],
  [
    "late",
    "Pay late",
    "It fails now; in a while the bank finds out that it had succeeded.",
  ],
  ["fail", "Fail", "The bank says no. The shopper may try again."],
]

export function priceOf(amount: number, currency: string): string {
  const digits = digitsOf(currency) ?? 2
  return new Intl.NumberFormat("en-IN", {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount / 10 ** digits)
}

const visitFields = (visit: PayVisit) =>
  hidden(
    Object.fromEntries(
      Object.entries(VISIT_FIELDS).map(([name, field]) => [
        field,
        visit[name as keyof PayVisit],
      ])
    )
  )

const choice = ([value, label, detail]: (typeof METHODS)[number]) => `
<label><input type="radio" name="method" value="${value}"${value === "card" ? " checked" : ""}>
${label}<span>${detail}</span></label>`

const trouble = ([action, label, meaning]: (typeof TROUBLE)[number]) => `
<button name="action" value="${action}" aria-describedby="about-${action}">${label}</button>
<p id="about-${action}">${meaning}</p>`

export const heading = (order: Order, { name, description }: PayVisit) => `
<header>
<p>${escape(name ?? "A store")}${description ? `: ${escape(description)}` : ""}</p>
<h1>${escape(priceOf(order.amount_due || order.amount, order.currency))}</h1>
<p>${order.id}</p>
</header>`

const form = (order: Order, visit: PayVisit) => `
<fieldset><legend>How do you pay?</legend>${METHODS.map(choice).join("")}</fieldset>
<button class="main" name="action" value="pay">Pay ${escape(priceOf(order.amount_due, order.currency))}</button>
<div class="trouble"><h2>Or let something go wrong</h2>${TROUBLE.map(trouble).join("")}</div>
${wayBack(visit.embeddedIn)}`

const FOOTER = `<footer>A simulator of Razorpay on this machine: no money moves.</footer>`

/** What the last attempt came to: the words, and HTML below the form. */
export type Attempted = { alert: string; below: string }

/** The page on which a payment is made by hand. */
export function payPage(
  order: Order,
  visit: PayVisit,
  attempted?: Attempted
): string {
  const alert = attempted
    ? `<p role="alert">${escape(attempted.alert)}</p>`
    : ""
  const body =
    order.status === "paid"
      ? `<section><p role="status">This order is paid.</p>${wayBack(visit.embeddedIn)}</section>`
      : `<form method="post" action="/pay/${order.id}">${alert}${visitFields(visit)}${form(order, visit)}</form>`
  return page(
    "Pay – Razorpay (simulator)",
    heading(order, visit) + body + (attempted?.below ?? "") + FOOTER
  )
}
