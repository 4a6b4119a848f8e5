import { Module } from "@medusajs/framework/utils"
import { validateOptionsLoader } from "../../config/validate-options-loader"
import PaymentTransactionsModuleService from "./service"

export const PAYMENT_TRANSACTIONS_MODULE = "payment_transactions"

export default Module(PAYMENT_TRANSACTIONS_MODULE, {
  service: PaymentTransactionsModuleService,
  loaders: [validateOptionsLoader],
})
