export { resetTwoFactorWorkflow } from "./reset-two-factor"
export { sendTwoFactorCodeWorkflow } from "./send-two-factor-code"
