import { bags } from "./bags.mjs"
import { clothing } from "./clothing.mjs"
import { home } from "./home.mjs"
import { kitchen } from "./kitchen.mjs"
import { pantry } from "./pantry.mjs"
import { stationery } from "./stationery.mjs"

/** Every picture of the demo store: file name without its ending → SVG. */
export const pictures = {
  ...kitchen,
  ...bags,
  ...clothing,
  ...home,
  ...stationery,
  ...pantry,
}
