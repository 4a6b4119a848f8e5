import type { CoreTableObject } from "./core-table-objects"

/** A refund made at the gateway is taken in once, whoever tries at the same moment. */
export const PAYMENT_WEBHOOKS_OBJECTS: CoreTableObject[] = [
  {
    name: "refund_gateway_refund_id",
    feature: "payment-webhooks",
    create: `create unique index if not exists "IDX_suite_refund_gateway_refund_id"
      on refund (payment_id, (metadata ->> 'gateway_refund_id'))
      where metadata ->> 'gateway_refund_id' is not null and deleted_at is null`,
    remove: `drop index if exists "IDX_suite_refund_gateway_refund_id"`,
    obstacles: `select payment_id, metadata ->> 'gateway_refund_id' as gateway_refund_id, count(*)::int
      from refund where metadata ->> 'gateway_refund_id' is not null and deleted_at is null
      group by 1, 2 having count(*) > 1`,
  },
]
