import { Action } from "../components/action"
import { Address } from "../components/address"
import { ItemList } from "../components/item-list"
import { Layout } from "../components/layout"
import { Paragraph } from "../components/paragraph"
import { formatMoney } from "../money"
import orderPlaced, { type OrderPlacedData, Sums } from "../order-placed"
import { WORDS as ORDER_WORDS } from "../order-placed/words"
import { defineTemplate } from "../template"
import { wordsFor } from "../words"
import { WORDS } from "./words"

export type NewOrderData = Omit<
  OrderPlacedData,
  "download_link" | "order_link"
> & {
  /** Of the shopper; empty when the order has none. */
  email: string
  /** To the order in the admin. */
  link: string
}

/** Tells the merchant of a placed order. */
export default defineTemplate<NewOrderData>({
  sample: {
    ...orderPlaced.sample,
    email: "asha@example.com",
    link: "https://store.example.com/app/orders/order_1",
  },
  subject: (data, { locale }) =>
    wordsFor(locale, WORDS).subject(data.number, totalOf(data, locale)),
  body: (data, setting) => {
    const { locale } = setting
    const words = wordsFor(locale, WORDS)
    const { items, currency_code, name, email } = data
    const news = words.news(totalOf(data, locale))
    return (
      <Layout setting={setting} title={words.title(data.number)} preview={news}>
        <Paragraph>{news}</Paragraph>
        <Paragraph>{[name, email].filter(Boolean).join(", ")}</Paragraph>
        <ItemList
          items={items}
          end={(index) =>
            formatMoney(items[index]?.total ?? "0", currency_code, locale)
          }
        />
        <Sums data={data} setting={setting} />
        {data.is_cash_on_delivery && <Paragraph>{words.cash}</Paragraph>}
        <Address
          label={wordsFor(locale, ORDER_WORDS).deliverTo}
          lines={data.address}
        />
        <Action href={data.link} label={words.action} setting={setting} />
      </Layout>
    )
  },
})

const totalOf = ({ total, currency_code }: NewOrderData, locale: string) =>
  formatMoney(total, currency_code, locale)
