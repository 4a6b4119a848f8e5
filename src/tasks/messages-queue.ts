import { defineTask } from "../utils/define-task"
import { factPayload } from "../utils/facts"
import { queueMessageWorkflow } from "../workflows/messages"
import {
  FACTS_WITH_MESSAGES,
  messagesOfFact,
} from "../workflows/messages/messages-of-fact"
import { smsBeside } from "../workflows/messages/sms"

/** Queues the messages that follow from what happened to an order. */
export default defineTask({
  name: "messages-queue",
  feature: "messages",
  facts: FACTS_WITH_MESSAGES,
  payload: factPayload,
  run: async (fact, { container }) => {
    const messages = messagesOfFact(fact)
    for (const input of [
      ...messages,
      ...(await smsBeside(container, messages)),
    ]) {
      await queueMessageWorkflow(container).run({ input })
    }
  },
})
