import { isFull } from "./environment"

/** With `--full` so many at the same time. */
const LANES = isFull() ? 4 : 1

/** Does something so often; what it expects holds each time. */
export async function inRounds(
  rounds: number,
  round: () => Promise<void>
): Promise<void> {
  let left = rounds
  const lane = async () => {
    while (left-- > 0) {
      await round()
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}
