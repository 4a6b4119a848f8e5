export const reconciliationEn = {
  domain: "Reconciliation",
  subtitle:
    "Where the store's books and those of its payment gateways differed.",
  status: {
    open: "Open",
    repaired: "Set right",
    dismissed: "Dismissed",
  },
  kind: {
    unpaid_order: "Order without payment",
    orphan_order: "Order without cart",
    half_capture: "Half-made capture",
    half_refund: "Half-made refund",
    paid_cart: "Paid, but no order",
    gateway_capture: "Captured at the gateway",
    gateway_refund: "Refunded at the gateway",
    gateway_cancel: "Canceled at the gateway",
    different_sums: "Sums differ",
    surplus: "Surplus payment",
    stock_drift: "Stock drift",
    missing_stock: "Goods not reserved",
    account_changed: "Keys of another account",
  },
  fields: {
    kind: "What differs",
    status: "Status",
    reason: "Reason",
    provider_id: "Provider",
    order_id: "Order",
    cart_id: "Cart",
    session_id: "Payment session",
    payment_id: "Payment",
    gateway_payment_id: "Payment at the gateway",
    attempts: "Looks",
    last_error: "Latest error",
    dismiss_reason: "Why it was dismissed",
    created_at: "First seen",
    last_seen_at: "Last seen",
    closed_at: "Closed",
  },
  sort: {
    seenAsc: "Oldest first",
    seenDesc: "Newest first",
    attemptsAsc: "Fewest first",
    attemptsDesc: "Most first",
  },
  paused: {
    unreachable:
      "{{provider}} has not answered since {{since}}: nothing of it is touched until it does.",
    account_changed:
      "{{provider}} has keys of another account since {{since}}: nothing of it is touched until you confirm them.",
  },
  lastRun: "Last looked at {{date}}",
  neverRun: "Nothing was looked at yet",
  empty: {
    title: "No differences",
    description: "The store and its payment gateways agree.",
    filteredTitle: "No case matches",
    filteredDescription: "Try other filters, or search for a whole ID.",
  },
  details: {
    action: "Details",
    title: "Difference",
    record: "Record",
    medusa: "What the store says",
    gateway: "What the gateway says",
    nothing: "Nothing",
  },
  retry: {
    action: "Look again now",
    done: "Looked at again: {{status}}",
  },
  confirm: {
    action: "Confirm the new account",
    title: "Are these keys meant?",
    description:
      "From now on this provider's payments are compared with the new account. Payments of the old one will be listed as missing there.",
    done: "The new account is confirmed",
  },
  dismiss: {
    action: "Dismiss",
    title: "Dismiss the difference",
    description:
      "It is left alone from now on. Nothing is set right and no money is moved.",
    reason: "Why is nothing to be done?",
    done: "Dismissed",
  },
}
