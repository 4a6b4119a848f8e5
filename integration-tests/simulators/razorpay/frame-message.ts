import type { CheckoutResult } from "./control"
import { asScript } from "./html"

/** What our frame tells the page around it. */
type FrameMessage =
  | { razorpay_simulator: "paid"; result: CheckoutResult }
  | { razorpay_simulator: "failed"; error: object }
  | { razorpay_simulator: "dismissed" }

const posting = (place: string, message: FrameMessage) =>
  `parent.postMessage(${asScript(message)}, ${asScript(new URL(place).origin)})`

/** Tells the page around us, and nobody else. */
export const tell = (place: string, message: FrameMessage) =>
  `<script>${posting(place, message)}</script>`

/** A button that closes our frame, where we are in one. */
export const wayBack = (frame: string | null) =>
  frame
    ? `<button type="button" id="back">Back to the store</button>
<script>document.getElementById("back").onclick = () => ${posting(frame, { razorpay_simulator: "dismissed" })}</script>`
    : ""
