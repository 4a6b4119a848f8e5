export * from "./close-cash-order"
export * from "./collect-cash"
export * from "./fulfill-fee"
export * from "./update-cash-on-delivery-fee"
