import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { NewNote } from "../../../modules/messages/note-sql"

type Wanted = Omit<NewNote, "recipients">

/** Who would get it, and whether the order is theirs. @throws INVALID_DATA that names the field */
export const countRecipientsStep = createStep(
  "count-recipients",
  async (wanted: Wanted, { container }) => {
    const { customer_id, customer_group_id = "", order_id } = wanted
    const recipients = customer_id
      ? await checkCustomer(container, customer_id, order_id)
      : await countGroup(container, customer_group_id)
    return new StepResponse<NewNote>({ ...wanted, recipients })
  }
)

async function checkCustomer(
  container: MedusaContainer,
  id: string,
  orderId: string | undefined
): Promise<1> {
  const [customer] = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers({ id }, { take: 1, select: ["id", "email"] })
  if (!customer?.email) {
    throw invalid("customer_id", "no such customer, or one without an address")
  }
  if (orderId) {
    const { data } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "order",
        fields: ["id"],
        filters: { id: orderId, customer_id: id },
      })
    if (data.length === 0) {
      throw invalid("order_id", "no such order of this customer")
    }
  }
  return 1
}

async function countGroup(container: MedusaContainer, id: string) {
  const customers = container.resolve(Modules.CUSTOMER)
  const [group] = await customers.listCustomerGroups({ id }, { take: 1 })
  if (!group) {
    throw invalid("customer_group_id", "no such group")
  }
  const [, count] = await customers.listAndCountCustomers(
    { groups: id },
    { take: 1, select: ["id"] }
  )
  if (count === 0) {
    throw invalid("customer_group_id", "nobody is in this group")
  }
  return count
}

const invalid = (field: string, why: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, `${field}: ${why}`)
