/** The script of a storefront's page: Medusa's SDK and nothing else, as docs/storefront.md has it. */
import Medusa from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/types"

declare const BACKEND: string
declare const KEY: string
declare const VARIANT: string

const CART = "cart_id"

const sdk = new Medusa({
  baseUrl: BACKEND,
  publishableKey: KEY,
  auth: { type: "jwt" },
})

const field = (name: string) =>
  (document.querySelector(`[name=${name}]`) as HTMLInputElement).value

function show(cart: HttpTypes.StoreCart | undefined) {
  const list = document.querySelector("ul") as HTMLUListElement
  list.replaceChildren(
    ...(cart?.items ?? []).map(({ product_title, quantity }) => {
      const entry = document.createElement("li")
      entry.textContent = `${quantity} × ${product_title}`
      return entry
    })
  )
  const status = document.querySelector("[role=status]") as HTMLElement
  status.textContent = cart ? "Your cart" : "Your cart is empty"
}

async function load() {
  const id = localStorage.getItem(CART)
  const found = id
    ? await sdk.store.cart.retrieve(id).catch(() => undefined)
    : undefined
  show(found?.cart)
}

async function add() {
  const item = { variant_id: VARIANT, quantity: 1 }
  const id = localStorage.getItem(CART)
  const { cart } = id
    ? await sdk.store.cart.createLineItem(id, item)
    : await sdk.store.cart.create({ region_id: await region(), items: [item] })
  localStorage.setItem(CART, cart.id)
  show(cart)
}

async function region() {
  const { regions } = await sdk.store.region.list()
  return regions.find(({ currency_code }) => currency_code === "inr")?.id
}

async function signIn() {
  await sdk.auth.login("customer", "emailpass", {
    email: field("email"),
    password: field("password"),
  })
  const { cart } = await sdk.client.fetch<{ cart: HttpTypes.StoreCart }>(
    "/store/customers/me/cart",
    { method: "POST", body: { cart_id: localStorage.getItem(CART) } }
  )
  localStorage.setItem(CART, cart.id)
  show(cart)
}

async function signOut() {
  await sdk.auth.logout()
  localStorage.removeItem(CART)
  show(undefined)
}

const buttons = { add, signIn, signOut }
for (const [name, action] of Object.entries(buttons)) {
  document.getElementById(name)?.addEventListener("click", () => void action())
}
void load()
