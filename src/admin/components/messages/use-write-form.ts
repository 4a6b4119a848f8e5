import { toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import type { AdminWriteMessageBody } from "../../../types/messages-notes"
import type { MessageCategory } from "../../../types/messages-preferences"
import { useWriteMessage } from "../../hooks/messages/use-notes"
import { useDrawerForm } from "../../hooks/use-drawer-form"
import { messageOf } from "../../lib/errors"
import { sdk } from "../../lib/sdk"

export type WriteValues = {
  audience: "customer" | "group"
  customer_id: string
  customer_group_id: string
  /** Set by the order's page that the drawer was opened from. */
  order_id: string
  category: MessageCategory
  subject: string
  text: string
}

/** The state of the drawer. What is sent twice by a double click or a retry has the same key, so it is written once. */
export function useWriteForm() {
  const { t } = useTranslation("messages")
  const [key] = useState(newKey)
  const { mutateAsync } = useWriteMessage()
  const confirm = useConfirmGroup()
  const form = useDrawerForm<WriteValues>({
    initial: useInitialValues(),
    validate: (values) => ({
      ...(!audienceOf(values).id && {
        [audienceOf(values).field]: t("write.nobody"),
      }),
      ...(!values.subject.trim() && { subject: t("write.required") }),
      ...(!values.text.trim() && { text: t("write.required") }),
    }),
    save: async (values) => {
      await mutateAsync(bodyOf(values, key))
      toast.success(t("write.done"))
    },
  })
  const submit = async () =>
    (await confirm(form.values)) ? form.submit() : false
  return { ...form, submit }
}

function useInitialValues(): WriteValues {
  const [given] = useSearchParams()
  const [initial] = useState<WriteValues>(() => {
    const order_id = given.get("order_id") ?? ""
    return {
      audience: "customer",
      customer_id: given.get("customer_id") ?? "",
      customer_group_id: "",
      order_id,
      category: order_id ? "transactional" : "news",
      ...{ subject: "", text: "" },
    }
  })
  return initial
}

const audienceOf = (values: WriteValues) => {
  const field =
    values.audience === "group" ? "customer_group_id" : "customer_id"
  return { field, id: values[field] } as const
}

function bodyOf(values: WriteValues, key: string): AdminWriteMessageBody {
  const { subject, text, category, order_id } = values
  const { field, id } = audienceOf(values)
  return {
    ...{ idempotency_key: key, [field]: id, subject, text, category },
    ...(category === "transactional" && { order_id }),
  }
}

/** Asks before many get mail, and says how many. */
function useConfirmGroup() {
  const { t } = useTranslation("messages")
  const prompt = usePrompt()
  return async ({ audience, customer_group_id: id, ...said }: WriteValues) => {
    if (
      audience !== "group" ||
      !id ||
      !said.subject.trim() ||
      !said.text.trim()
    ) {
      return true
    }
    try {
      const query = { groups: [id], limit: 1, fields: "id" }
      const { count } = await sdk.admin.customer.list(query)
      return prompt({
        title: t("write.confirmTitle", { count }),
        description: t("write.confirm"),
        confirmText: t("write.submit"),
        cancelText: t("actions.cancel"),
        variant: "confirmation",
      })
    } catch (error) {
      toast.error(messageOf(error))
      return false
    }
  }
}

/** `crypto.randomUUID` is not there on a page without TLS. */
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0")
  ).join("")
