import { adminClient } from "../../helpers/clients"
import { expectOk } from "../../helpers/http"
import {
  createInvite,
  createTestimonial,
  submission,
} from "../../helpers/testimonials"
import { type AccessRow, everyStorefront, onlyAdmin } from "../access.table"

const PATH = "/admin/testimonials"
const one = async () => ({ params: { id: (await createTestimonial()).id } })
const deleted = async () => {
  const { id } = await createTestimonial()
  const admin = await adminClient()
  await expectOk(admin.delete(`${PATH}/${id}`))
  return { params: { id } }
}
const several = async () => ({
  body: { ids: [(await createTestimonial()).id] },
})

export const testimonialsAccess = (): AccessRow[] => [
  {
    method: "GET",
    route: "/store/testimonials",
    expected: everyStorefront(200),
  },
  {
    method: "GET",
    route: "/store/testimonials/consent",
    expected: everyStorefront(200),
  },
  {
    method: "POST",
    route: "/store/testimonials",
    expected: everyStorefront(201),
    prepare: async () => ({ body: submission() }),
  },
  { method: "GET", route: PATH, expected: onlyAdmin(200) },
  {
    method: "POST",
    route: PATH,
    expected: onlyAdmin(201),
    prepare: async () => ({
      body: { name: "Asha Rao", feedback: "Good.", rating: 4 },
    }),
  },
  {
    method: "GET",
    route: `${PATH}/:id`,
    expected: onlyAdmin(200),
    prepare: one,
  },
  {
    method: "POST",
    route: `${PATH}/:id`,
    expected: onlyAdmin(200),
    prepare: async () => ({ ...(await one()), body: { featured: true } }),
  },
  {
    method: "DELETE",
    route: `${PATH}/:id`,
    expected: onlyAdmin(200),
    prepare: one,
  },
  {
    method: "POST",
    route: `${PATH}/:id/restore`,
    expected: onlyAdmin(200),
    prepare: deleted,
  },
  ...["approve", "reject"].map((action): AccessRow => ({
    method: "POST",
    route: `${PATH}/:id/${action}`,
    expected: onlyAdmin(200),
    prepare: one,
  })),
  ...["approve", "reject", "reorder"].map((action): AccessRow => ({
    method: "POST",
    route: `${PATH}/${action}`,
    expected: onlyAdmin(200),
    prepare: several,
  })),
  { method: "GET", route: `${PATH}/invites`, expected: onlyAdmin(200) },
  { method: "POST", route: `${PATH}/invites`, expected: onlyAdmin(201) },
  {
    method: "DELETE",
    route: `${PATH}/invites/:id`,
    expected: onlyAdmin(200),
    prepare: async () => ({ params: { id: (await createInvite()).invite.id } }),
  },
]
