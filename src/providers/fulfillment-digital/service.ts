import type {
  CreateFulfillmentResult,
  FulfillmentOption,
} from "@medusajs/framework/types"
import { AbstractFulfillmentProviderService } from "@medusajs/framework/utils"

const NOTHING_TO_SEND: CreateFulfillmentResult = { data: {}, labels: [] }

/** Delivers what needs no parcel: the buyer downloads it. */
export class DigitalFulfillmentService extends AbstractFulfillmentProviderService {
  static override identifier = "digital"

  override getFulfillmentOptions(): Promise<FulfillmentOption[]> {
    return Promise.resolve([{ id: "download" }])
  }

  override validateFulfillmentData(): Promise<Record<string, unknown>> {
    return Promise.resolve({})
  }

  override validateOption(): Promise<boolean> {
    return Promise.resolve(true)
  }

  override canCalculate(): Promise<boolean> {
    return Promise.resolve(false)
  }

  override createFulfillment(): Promise<CreateFulfillmentResult> {
    return Promise.resolve(NOTHING_TO_SEND)
  }

  override cancelFulfillment(): Promise<Record<string, unknown>> {
    return Promise.resolve({})
  }

  override createReturnFulfillment(): Promise<CreateFulfillmentResult> {
    return Promise.resolve(NOTHING_TO_SEND)
  }
}
