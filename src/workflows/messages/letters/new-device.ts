import { MedusaError } from "@medusajs/framework/utils"
import newDevice, { type NewDeviceData } from "../../../emails/new-device"
import { LOGIN_EVENTS_MODULE } from "../../../modules/login-events"
import type LoginEventsModuleService from "../../../modules/login-events/service"
import { deviceToken, linkEnd } from "../../login-events/device-token"
import type { ReadLetter } from "../read-letter"
import { findAccount, letterTo, linkTo, minutesUntil } from "./account"
import { nameOf } from "./order-letter"

const DAY_MINUTES = 1440

/** About a sign-in; the subject is the device. */
export const readNewDevice: ReadLetter = async (container, { subject_id }) => {
  const device = await container
    .resolve<LoginEventsModuleService>(LOGIN_EVENTS_MODULE)
    .retrieveDevice(subject_id)
  const customer =
    device && (await findAccount(container, { id: device.actor_id }))
  if (!device || !customer?.email) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "The customer is gone, or has no e-mail address"
    )
  }
  const token = deviceToken(device)
  const minutes = minutesUntil(linkEnd(device.first_seen_at).toISOString())
  const { browser, os, first_seen_at } = device
  const letter = letterTo<NewDeviceData>(customer.email, customer, newDevice, {
    name: nameOf(customer),
    link: linkTo("secureAccount", { token }),
    device: [browser, os].filter(Boolean).join(" · "),
    at: Date.parse(first_seen_at),
    days: Math.max(1, Math.round(minutes / DAY_MINUTES)),
  })
  return { ...letter, secrets: [token] }
}
