import type { Customer } from "../../helpers/clients"
import {
  customerWhoBought,
  digitalProduct,
  type DigitalTestProduct,
  uploadFile,
} from "../../helpers/digital-products"
import { accessTokenOf } from "../../helpers/download-token"
import { adminClient } from "../../helpers/clients"
import {
  type AccessRow,
  type Actor,
  onlyAdmin,
  onlyOwner,
  type World,
} from "../access.table"

const PATH = "/admin/digital-products"
const FILE = `${PATH}/:id/files/:file_id`

/** Asking needs no login: the secret is in the request. */
const everybody = (status: number): Record<Actor, number> => ({
  ...{ anonymous: status, guest: status, customer: status },
  ...{ otherCustomer: status, actorless: status, admin: status },
})

let shared: Promise<DigitalTestProduct> | undefined
const product = () => (shared ??= digitalProduct())

const bought = new Map<
  string,
  Promise<{ order_id: string; grant_id: string }>
>()

/** One order for all rows: the customer of this run's world has it. */
function purchase({ customer }: { customer: Customer }) {
  const known =
    bought.get(customer.id) ??
    product().then(async ({ variantId }) => {
      const { order } = await customerWhoBought([{ variantId }], { customer })
      return { order_id: order.id, grant_id: order.grants[0]?.id ?? "" }
    })
  bought.set(customer.id, known)
  return known
}

const ofGrant = async (world: World) => ({
  params: { id: (await purchase(world)).grant_id },
})

const withToken = async (world: World, more: object = {}) => ({
  body: {
    token: await accessTokenOf((await purchase(world)).order_id),
    ...more,
  },
})

const linkByToken = async (world: World) =>
  withToken(world, { id: (await purchase(world)).grant_id })

const newFile = { filename: "a.pdf", content_type: "application/pdf", size: 9 }

/** A file that nothing was sent of yet. */
async function begunFile() {
  const { digital } = await product()
  const admin = await adminClient()
  const { body } = await admin.post<{ file: { id: string } }>(
    `${PATH}/${digital.id}/files`,
    newFile
  )
  return { params: { id: digital.id, file_id: body.file.id } }
}

const readyFile = async () => {
  const { digital } = await product()
  const { id } = await uploadFile(digital)
  return { params: { id: digital.id, file_id: id } }
}

const ofProduct = (body?: object) => async () => ({
  params: { id: (await product()).digital.id },
  body,
})

const byReason = async (world: World) => ({
  ...(await ofGrant(world)),
  body: { reason: "a spec's" },
})

export const digitalProductsAccess = (): AccessRow[] => [
  {
    method: "GET",
    route: "/store/customers/me/downloads",
    expected: onlyOwner(200),
  },
  {
    method: "POST",
    route: "/store/customers/me/downloads/:id/link",
    expected: onlyOwner(404),
    prepare: async (world) => ({ ...(await ofGrant(world)), body: {} }),
  },
  {
    method: "POST",
    route: "/store/downloads",
    expected: { ...everybody(200), anonymous: 400, admin: 400 },
    prepare: (world) => withToken(world),
  },
  {
    method: "POST",
    route: "/store/downloads/link",
    expected: { ...everybody(200), anonymous: 400, admin: 400 },
    prepare: linkByToken,
  },
  {
    method: "GET",
    route: "/store/digital-products",
    expected: { ...everybody(200), anonymous: 400, admin: 400 },
    prepare: async () => ({
      query: `variant_id=${(await product()).variantId}`,
    }),
  },
  { method: "GET", route: "/downloads", expected: everybody(200) },
  {
    method: "POST",
    route: "/downloads/access",
    expected: everybody(200),
    prepare: (world) => withToken(world),
  },
  {
    method: "POST",
    route: "/downloads/access/link",
    expected: everybody(200),
    prepare: linkByToken,
  },
  {
    method: "GET",
    route: "/downloads/files/:token",
    expected: everybody(404),
    prepare: () => Promise.resolve({ params: { token: "guessed.1.x" } }),
  },
  {
    method: "GET",
    route: PATH,
    expected: onlyAdmin(200),
    prepare: () => Promise.resolve({ query: "product_id=prod_none" }),
  },
  {
    method: "POST",
    route: PATH,
    expected: onlyAdmin(404),
    prepare: () => Promise.resolve({ body: { variant_id: "variant_none" } }),
  },
  {
    method: "POST",
    route: `${PATH}/:id`,
    expected: onlyAdmin(200),
    prepare: ofProduct({ licence_type: "commercial" }),
  },
  {
    method: "DELETE",
    route: `${PATH}/:id`,
    expected: onlyAdmin(404),
    prepare: () => Promise.resolve({ params: { id: "digprod_none" } }),
  },
  {
    method: "POST",
    route: `${PATH}/:id/files`,
    expected: onlyAdmin(201),
    prepare: ofProduct(newFile),
  },
  {
    method: "PUT",
    route: `${FILE}/content`,
    expected: onlyAdmin(200),
    prepare: async () => ({ ...(await begunFile()), body: "%PDF-1.7\n" }),
  },
  {
    method: "POST",
    route: `${FILE}/check`,
    expected: onlyAdmin(200),
    prepare: begunFile,
  },
  {
    method: "POST",
    route: `${FILE}/announce`,
    expected: onlyAdmin(200),
    prepare: readyFile,
  },
  {
    method: "DELETE",
    route: FILE,
    expected: onlyAdmin(200),
    prepare: begunFile,
  },
  {
    method: "POST",
    route: `${PATH}/:id/keys`,
    expected: onlyAdmin(200),
    prepare: ofProduct({ keys: ["SPEC-KEY-OF-ACCESS"] }),
  },
  {
    method: "GET",
    route: `${PATH}/grants`,
    expected: onlyAdmin(200),
  },
  {
    method: "POST",
    route: `${PATH}/grants/:id/regrant`,
    expected: onlyAdmin(200),
    prepare: byReason,
  },
  {
    method: "POST",
    route: `${PATH}/grants/:id/revoke`,
    expected: onlyAdmin(200),
    prepare: byReason,
  },
]
