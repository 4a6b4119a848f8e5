import { bags } from "./bags"
import { clothing } from "./clothing"
import { home } from "./home"
import { kitchen } from "./kitchen"
import { pantry } from "./pantry"
import { stationery } from "./stationery"

export type { CatalogueProduct, CatalogueVariant } from "./types"
export { variantsOf } from "./variants"

/** What each category says about itself, in the order of the shop's menu. */
export const categories: Record<string, string> = {
  "Kitchen & Table":
    "Pots, boards, knives and towels that earn their place in the drawer.",
  Bags: "Totes, packs and baskets, made to be repaired.",
  Clothing: "Basics in cotton, linen and wool, cut to last.",
  "Home & Living": "Light, warmth and colour for the rooms you live in.",
  Stationery: "Paper and tools for people who still write by hand.",
  Pantry:
    "Coffee, tea, spices and sweet things, with their origin on the label.",
}

export const catalogue = [
  ...kitchen,
  ...bags,
  ...clothing,
  ...home,
  ...stationery,
  ...pantry,
]
