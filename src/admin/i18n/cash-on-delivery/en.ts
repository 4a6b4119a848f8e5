export const cashOnDeliveryEn = {
  domain: "Cash to collect",
  subtitle: "Orders that are paid on delivery and whose cash is not in yet.",
  fields: {
    order: "Order",
    placed: "Placed",
    customer: "Customer",
    city: "City",
    delivery: "Delivery",
    amount: "Amount",
  },
  delivery: {
    not_shipped: "Not shipped",
    shipped: "Shipped",
    delivered: "Delivered",
  },
  state: {
    open: "To collect",
    started: "Not finished",
    collected: "Collected",
    canceled: "Canceled",
    nothing_owed: "Nothing owed",
  },
  order: {
    title: "Cash on delivery",
    open: "{{amount}} to be collected on delivery.",
    started:
      "{{amount}} were collected, but the books are not complete. Marking it again completes them.",
    collected: "{{amount}} were collected.",
    canceled: "The order was canceled; no cash is collected for it.",
    nothing_owed: "The order owes nothing.",
  },
  collect: {
    action: "Mark collected",
    title_one: "Mark the cash of {{count}} order as collected?",
    title_other: "Mark the cash of {{count}} orders as collected?",
    description:
      "The payment is captured in full. Money that goes back later is a refund.",
    done_one: "The cash of {{count}} order is collected",
    done_other: "The cash of {{count}} orders is collected",
  },
  sort: {
    numberAsc: "Lowest number first",
    numberDesc: "Highest number first",
    timeAsc: "Oldest first",
    timeDesc: "Newest first",
    amountAsc: "Lowest first",
    amountDesc: "Highest first",
  },
  export: {
    action: "Export CSV",
    running: "The file is being made…",
    done: "The file is in your downloads",
  },
  empty: {
    title: "No cash to collect",
    description:
      "Orders appear here when shoppers choose to pay on delivery, and leave when their cash is marked collected.",
    filteredTitle: "No such orders",
    filteredDescription:
      "Try other filters. The search finds an order's number, and the beginning of a name or e-mail address.",
  },
}
