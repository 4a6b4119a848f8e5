import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  type DisownInput,
  disownLoginDeviceStep,
} from "./steps/disown-login-device"

/**
 * "This was not me", said with the token of the mail about a new device: the password stops
 * working, and its owner is mailed a link to choose another one.
 *
 * @returns the device's id
 * @throws NOT_ALLOWED when the token is forged or has run out
 * @example await disownLoginDeviceWorkflow(container).run({ input: { token, now: new Date() } })
 */
export const disownLoginDeviceWorkflow = createWorkflow(
  "disown-login-device",
  (input: DisownInput) => new WorkflowResponse(disownLoginDeviceStep(input))
)
