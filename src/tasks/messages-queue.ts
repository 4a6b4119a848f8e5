import { defineTask } from "../utils/define-task"
import { factPayload } from "../utils/facts"
import { queueMessageWorkflow } from "../workflows/messages"
import {
  FACTS_WITH_MESSAGES,
  messagesOfFact,
} from "../workflows/messages/messages-of-fact"

/** Queues the messages that follow from what happened to an order. */
export default defineTask({
  name: "messages-queue",
  feature: "messages",
  facts: FACTS_WITH_MESSAGES,
  payload: factPayload,
  run: async (fact, { container }) => {
    for (const input of await messagesOfFact(fact, container)) {
      await queueMessageWorkflow(container).run({ input })
    }
  },
})
