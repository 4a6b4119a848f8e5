import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Reads records across modules. `Row` names the shape that `fields` ask for. */
export async function find<Row>(
  container: MedusaContainer,
  entity: string,
  fields: string[],
  filters: Record<string, unknown>
): Promise<Row[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity, fields, filters })
  return data as Row[]
}
