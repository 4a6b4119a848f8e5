import { adminClient } from "./clients"
import { expectOk } from "./http"

type Returned = {
  orderId: string
  /** Where the goods come back to. */
  locationId: string
  items: { id: string; quantity: number }[]
}

/** Items of an order that come back, and are received. */
export async function returnItems(
  { orderId: order_id, locationId: location_id, items }: Returned,
  { url }: { url?: string } = {}
): Promise<void> {
  const admin = await adminClient({ url })
  const { return: begun } = await expectOk(
    admin.post<{ return: { id: string } }>("/admin/returns", {
      ...{ order_id, location_id },
    })
  )
  const path = `/admin/returns/${begun.id}`
  await expectOk(admin.post(`${path}/request-items`, { items }))
  await expectOk(admin.post(`${path}/request`, {}))
  await expectOk(admin.post(`${path}/receive`, {}))
  await expectOk(admin.post(`${path}/receive-items`, { items }))
  await expectOk(admin.post(`${path}/receive/confirm`, {}))
}
