import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { publishableKey } from "../helpers/environment"

/** What a payment session gives to Razorpay's Checkout. */
export type CheckoutData = { checkout: object; checkout_script: string }

type Offer = CheckoutData & {
  /** Of a shopper who is logged in. */
  token?: string
}

/** The page as a storefront has it: nothing in it knows of a simulator. */
const html = (backend: string, key: string, data: Offer) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,">
<script src="${data.checkout_script}"></script></head>
<body><h1>Your cart</h1><button id="pay">Pay with Razorpay</button><p role="status"></p>
<script>
const status = document.querySelector("[role=status]")
async function handler(result) {
  const response = await fetch("${backend}/store/razorpay/verify", {
    method: "POST",
    headers: { "content-type": "application/json", "x-publishable-api-key": "${key}"${data.token ? `, authorization: "Bearer ${data.token}"` : ""} },
    body: JSON.stringify(result),
  })
  const { type, order, message } = await response.json()
  status.textContent = type === "order" ? "Order " + order.id + " is confirmed" : message
}
document.getElementById("pay").onclick = () =>
  new Razorpay({ ...${JSON.stringify(data.checkout)}, handler }).open()
</script></body></html>`

export type Shop = {
  url: string
  /** What the next visitor of this path is to pay. */
  offer: (path: string, data: Offer) => void
  close: () => void
}

/** A small storefront of a spec's own. */
export async function openShop(backend: () => string): Promise<Shop> {
  const offers = new Map<string, Offer>()
  const server: Server = createServer((request, response) => {
    const data = offers.get(request.url ?? "")
    response.writeHead(data ? 200 : 404, { "content-type": "text/html" })
    response.end(data && html(backend(), publishableKey(), data))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    offer: (path, data) => void offers.set(path, data),
    close: () => void server.close(),
  }
}
