export { stopTierServer as default } from "./global-setup"
