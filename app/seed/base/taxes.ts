import type {
  CreateTaxRegionDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createTaxRatesWorkflow,
  createTaxRegionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { find } from "./find"
import type { Market } from "./market"

const TAX_PROVIDER = "tp_system"

/** The market's tax region with its rates, made where missing. */
export async function ensureTaxes(
  container: MedusaContainer,
  { country, tax }: Market
): Promise<void> {
  const countryId = await ensureTaxRegion(container, {
    country_code: country,
    provider_id: TAX_PROVIDER,
    default_tax_rate: tax.standard,
  })
  for (const [province, rate] of Object.entries(tax.provinces ?? {})) {
    await ensureTaxRegion(container, {
      country_code: country,
      province_code: province,
      parent_id: countryId,
      default_tax_rate: rate,
    })
  }
  if (tax.reduced) {
    await ensureReducedRate(container, countryId, tax.reduced)
  }
}

async function ensureTaxRegion(
  container: MedusaContainer,
  region: CreateTaxRegionDTO & { country_code: string }
): Promise<string> {
  const [existing] = await find<{ id: string }>(
    container,
    "tax_region",
    ["id"],
    {
      country_code: region.country_code,
      province_code: region.province_code ?? null,
    }
  )
  if (existing) {
    return existing.id
  }
  const { result } = await createTaxRegionsWorkflow(container).run({
    input: [region],
  })
  return result[0]?.id ?? ""
}

async function ensureReducedRate(
  container: MedusaContainer,
  taxRegionId: string,
  { productTypes, ...rate }: NonNullable<Market["tax"]["reduced"]>
): Promise<void> {
  const existing = await container
    .resolve(Modules.TAX)
    .listTaxRates({ tax_region_id: taxRegionId })
  if (existing.some(({ code }) => code === rate.code)) {
    return
  }
  const types = await find<{ id: string }>(container, "product_type", ["id"], {
    value: productTypes,
  })
  await createTaxRatesWorkflow(container).run({
    input: [
      {
        ...rate,
        tax_region_id: taxRegionId,
        rules: types.map(({ id }) => ({
          reference: "product_type",
          reference_id: id,
        })),
      },
    ],
  })
}
