import { freshCustomer } from "../../helpers/clients"
import { databaseUrl } from "../../helpers/environment"
import { query } from "../../helpers/database"
import { expectOk } from "../../helpers/http"
import { loggedMessage } from "../../helpers/messages"
import type { StoreMessagesResponse } from "../../../src/types/messages"

const PATH = "/store/customers/me/messages"

describe("what a customer was sent", () => {
  /** Welcome mails come by themselves, some time: they are left out. */
  const sentTo = async (
    { client }: Awaited<ReturnType<typeof freshCustomer>>,
    search = ""
  ) => {
    const found = await expectOk(
      client.get<StoreMessagesResponse>(`${PATH}${search}`)
    )
    return found.messages.filter(({ template }) => template !== "welcome")
  }

  const messageTo = async (customerId: string, status = "sent") => {
    const id = await loggedMessage({ status })
    await query(
      databaseUrl(),
      "update message set customer_id = $1, sent_at = now() where id = $2",
      [customerId, id]
    )
    return id
  }

  it("is for that customer alone, without what is the merchant's business", async () => {
    const owner = await freshCustomer()
    const other = await freshCustomer()
    const id = await messageTo(owner.id)
    await messageTo(owner.id, "failed")
    const messages = await sentTo(owner)
    expect(messages).toEqual([
      {
        id,
        ...{ channel: "email", template: "order-placed", order_id: null },
        ...{ recipient: `${id}@store.test`, subject: "Your order" },
        text: "Hello",
        sent_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      },
    ])
    expect(await sentTo(other)).toEqual([])
  })

  it("is paged", async () => {
    const { client } = await freshCustomer()
    const { status, body } = await client.get<{ message: string }>(
      `${PATH}?limit=101`
    )
    expect(status).toBe(400)
    expect(body.message).toContain("limit")
  })
})
