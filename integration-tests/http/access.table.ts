import type { Customer } from "../helpers/clients"
import type { HttpClient } from "../helpers/http"
import { accountsAccess } from "./accounts/access.rows"
import { cashOnDeliveryAccess } from "./cash-on-delivery/access.rows"
import { commerceSuiteAccess } from "./commerce-suite/access.rows"
import { customerCartsAccess } from "./customer-carts/access.rows"
import { digitalProductsAccess } from "./digital-products/access.rows"
import { jobsAccess } from "./jobs/access.rows"
import { loginEventsAccess } from "./login-events/access.rows"
import { messagesAccess } from "./messages/access.rows"
import { orderAccessAccess } from "./order-access/access.rows"
import { paymentTransactionsAccess } from "./payment-transactions/access.rows"
import { paymentWebhooksAccess } from "./payment-webhooks/access.rows"
import { razorpayAccess } from "./razorpay/access.rows"
import { reconciliationAccess } from "./reconciliation/access.rows"
import { sessionsAccess, signOutAccess } from "./sessions/access.rows"
import { testimonialsAccess } from "./testimonials/access.rows"
import { twoFactorAccess } from "./two-factor/access.rows"

/**
 * Who may call what. `access.spec.ts` runs every row as every actor, and fails for a route
 * file below `src/api` that has no row.
 *
 * - `anonymous`: no publishable key, no login
 * - `guest`: the publishable key
 * - `customer`: logged in, the owner of what `prepare` made
 * - `otherCustomer`: logged in, not the owner
 * - `actorless`: a token that registration for the admin gives out before there is a user
 * - `admin`: logged in, without a publishable key
 */
export const ACTORS = [
  "anonymous",
  "guest",
  "customer",
  "otherCustomer",
  "actorless",
  "admin",
] as const
export type Actor = (typeof ACTORS)[number]

export type World = {
  clients: Record<Actor, HttpClient>
  customer: Customer
  otherCustomer: Customer
}

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"

export type AccessRow = {
  method: Method
  /** As Express has it: `/admin/testimonials/:id` */
  route: string
  expected: Record<Actor, number>
  /** Runs before each request and makes what it is about. */
  prepare?: (world: World) => Promise<{
    params?: Record<string, string>
    query?: string
    body?: unknown
  }>
  /** Medusa's own route, on whose guard the suite relies. */
  isCore?: true
}

/** No one but an admin. */
export const onlyAdmin = (status: number): Record<Actor, number> => ({
  anonymous: 401,
  guest: 401,
  customer: 401,
  otherCustomer: 401,
  actorless: 401,
  admin: status,
})

/** The owner, and to strangers who are logged in what is given; a key of the storefront comes first. */
export const onlyOwner = (stranger: number): Record<Actor, number> => ({
  anonymous: 400,
  guest: 401,
  customer: 200,
  otherCustomer: stranger,
  actorless: 401,
  admin: 400,
})

/** For who has no login, such as a gateway: its signature is what counts. */
export const everybody = (status: number) =>
  Object.fromEntries(ACTORS.map((actor) => [actor, status])) as Record<
    Actor,
    number
  >

/** Everybody who comes through a storefront; 400 is Medusa's answer to a missing publishable key. */
export const everyStorefront = (status: number): Record<Actor, number> => ({
  anonymous: 400,
  guest: status,
  customer: status,
  otherCustomer: status,
  actorless: status,
  admin: 400,
})

const core: AccessRow[] = [
  {
    method: "GET",
    route: "/store/products",
    expected: everyStorefront(200),
    isCore: true,
  },
  {
    method: "GET",
    route: "/store/customers/me",
    expected: {
      anonymous: 400,
      guest: 401,
      customer: 200,
      otherCustomer: 200,
      actorless: 401,
      admin: 400,
    },
    isCore: true,
  },
  {
    method: "GET",
    route: "/admin/orders",
    expected: onlyAdmin(200),
    isCore: true,
  },
]

export const accessTable: AccessRow[] = [
  ...core,
  ...accountsAccess(),
  ...cashOnDeliveryAccess(),
  ...commerceSuiteAccess(),
  ...customerCartsAccess(),
  ...digitalProductsAccess(),
  ...jobsAccess(),
  ...loginEventsAccess(),
  ...messagesAccess(),
  ...orderAccessAccess(),
  ...paymentTransactionsAccess(),
  ...paymentWebhooksAccess(),
  ...razorpayAccess(),
  ...reconciliationAccess(),
  ...sessionsAccess(),
  ...testimonialsAccess(),
  ...twoFactorAccess(),
  ...signOutAccess(),
]
