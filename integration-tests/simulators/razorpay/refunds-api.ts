import * as read from "./parameters"
import type { Handler } from "./routes"

export const refundRoutes: [string, Handler][] = [
  [
    "GET /v1/refunds",
    ({ state, body }) => read.pageOf(body)(state.refunds.find()),
  ],
  ["GET /v1/refunds/:id", ({ state, id }) => state.refunds.get(id)],
  [
    "PATCH /v1/refunds/:id",
    ({ state, body, id }) =>
      Object.assign(state.refunds.get(id), { notes: read.notes(body) }),
  ],
  [
    "GET /v1/disputes",
    ({ state, body }) => read.pageOf(body)(state.disputes.find()),
  ],
  ["GET /v1/disputes/:id", ({ state, id }) => state.disputes.get(id)],
]
