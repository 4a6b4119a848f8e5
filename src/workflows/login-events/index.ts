export { disownLoginDeviceWorkflow } from "./disown-login-device"
export { LoginEvents } from "./events"
export { raiseLoginBurstWorkflow } from "./raise-login-burst"
