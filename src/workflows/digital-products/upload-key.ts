import { randomUUID } from "node:crypto"

type Which = { digital_product_id: string; id: string }

/** Where a file's bytes come in: for an hour whoever began it can write there, checked or not. */
export const uploadKey = ({ digital_product_id, id }: Which): string =>
  `digital/${digital_product_id}/${id}`.toLowerCase()

/** Where they are looked at and then served: a key of this attempt's own, which nobody was ever let write to. */
export const checkedKey = (file: Which): string =>
  `${uploadKey(file)}.${randomUUID()}`
