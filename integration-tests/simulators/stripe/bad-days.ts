import { type BadDayOf, BadDaysOf } from "../common/bad-days"

export type BadDay = BadDayOf<never, 400 | 402 | 403 | 429 | 500 | 503>

const REFUSALS = {
  400: { type: "invalid_request_error", message: "Refused by the simulator." },
  402: {
    type: "card_error",
    code: "card_declined",
    message: "Your card was declined.",
  },
  403: { type: "invalid_request_error", message: "Not allowed." },
  429: {
    type: "invalid_request_error",
    code: "rate_limit",
    message: "Request rate limit exceeded.",
  },
  500: { type: "api_error", message: "An unknown error occurred." },
  503: { type: "api_error", message: "The service is unavailable." },
}

export const refusal = ({ status = 500 }: BadDay) => ({
  status,
  error: REFUSALS[status],
})

export class BadDays extends BadDaysOf<BadDay> {}
