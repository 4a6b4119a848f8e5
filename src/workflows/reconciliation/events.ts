/** Events of the feature `reconciliation`. Alerts use them; each is sent at least once. */
export const ReconciliationEvents = {
  /**
   * A difference was found and set right.
   * @eventPayload { id: string; kind: ReconciliationKind } the case's id
   */
  REPAIRED: "reconciliation.repaired",
  /**
   * A difference needs a person: it is on the admin's list.
   * @eventPayload { id: string; kind: ReconciliationKind }
   */
  LISTED: "reconciliation.listed",
  /**
   * A provider is not reconciled any more: its gateway cannot be reached, or its keys changed.
   * @eventPayload { provider_id: string; reason: "unreachable" | "account_changed" }
   */
  PAUSED: "reconciliation.paused",
  /**
   * A provider is reconciled again.
   * @eventPayload { provider_id: string }
   */
  RESUMED: "reconciliation.resumed",
  /**
   * Money that the store did not ask for went back.
   * @eventPayload { provider_id: string; gateway_payment_id: string; gateway_refund_id: string }
   */
  SURPLUS_RETURNED: "reconciliation.surplus_returned",
} as const
