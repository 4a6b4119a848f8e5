import { model } from "@medusajs/framework/utils"

/** That somebody may not sign in, by whom and why; what was lifted stays, as the history. */
const AccountSuspension = model
  .define("account_suspension", {
    id: model.id({ prefix: "accsus" }).primaryKey(),
    actor_type: model.enum(["customer", "user"]),
    actor_id: model.text(),
    reason: model.text(),
    /** The admin, or the API key. */
    suspended_by: model.text(),
    lifted_at: model.dateTime().nullable(),
    lifted_by: model.text().nullable(),
    lift_reason: model.text().nullable(),
  })
  .indexes([
    { on: ["actor_id", "actor_type"] },
    {
      name: "IDX_account_suspension_open",
      on: ["actor_id", "actor_type"],
      unique: true,
      where: "lifted_at is null and deleted_at is null",
    },
  ])

export default AccountSuspension
