export * from "./close-cash-order"
export * from "./collect-cash"
export * from "./update-cash-on-delivery-fee"
