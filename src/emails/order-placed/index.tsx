import { Column } from "@react-email/column"
import { Hr } from "@react-email/hr"
import { Row } from "@react-email/row"
import { Section } from "@react-email/section"
import { Action } from "../components/action"
import { Address } from "../components/address"
import { type Item, ItemList } from "../components/item-list"
import { PersonalMail } from "../components/personal-mail"
import { Paragraph } from "../components/paragraph"
import { RIGHT, TEXT } from "../components/styles"
import { formatMoney } from "../money"
import { ABOUT_SAMPLE, type AboutOrder, ITEMS_SAMPLE } from "../order"
import { defineTemplate, type Setting } from "../template"
import { wordsFor } from "../words"
import { WORDS } from "./words"

/** Amounts are exact, in major units. */
export type OrderPlacedData = AboutOrder & {
  currency_code: string
  items: (Item & { total: string })[]
  shipping_total: string
  discount_total: string
  tax_total: string
  total: string
  /** Whether a parcel belongs to it, and not only files. */
  is_shipped: boolean
  /** Line by line; nothing for an order without delivery. */
  address: string[]
  is_cash_on_delivery: boolean
  /** The storefront's page of the order, with a token behind its `#`; null where orders open by their id alone. */
  order_link: string | null
  /** The page with what can be downloaded, with a token behind its `#`; null without any. */
  download_link: string | null
}

const TOTALS = ["1598.00", "99.00"]

const SAMPLE: OrderPlacedData = {
  ...ABOUT_SAMPLE,
  currency_code: "inr",
  items: ITEMS_SAMPLE.map((item, index) => ({
    ...item,
    total: TOTALS[index] ?? "0",
  })),
  shipping_total: "60.00",
  discount_total: "100.00",
  tax_total: "252.76",
  total: "1657.00",
  is_shipped: true,
  address: ["Asha Rao", "12 MG Road", "560001 Bengaluru", "India"],
  is_cash_on_delivery: true,
  order_link: "https://shop.example.com/order/order_1/confirmed#token=sample",
  download_link: "https://shop.example.com/downloads#token=sample",
}

/** Tells the shopper that an order was placed, and what is in it. */
export default defineTemplate<OrderPlacedData>({
  sample: SAMPLE,
  subject: ({ number }, { brand, locale }) =>
    wordsFor(locale, WORDS).subject(number, brand.name),
  sms: ({ number }, { brand, locale }) =>
    wordsFor(locale, WORDS).sms(number, brand.name),
  body: (data, setting) => {
    const words = wordsFor(setting.locale, WORDS)
    const { items, currency_code, address, number } = data
    const money = (amount = "0") =>
      formatMoney(amount, currency_code, setting.locale)
    return (
      <PersonalMail
        name={data.name}
        setting={setting}
        title={words.title}
        news={data.is_shipped ? words.news(number) : words.newsOfFiles(number)}
      >
        <ItemList items={items} end={(index) => money(items[index]?.total)} />
        <Sums data={data} setting={setting} />
        {data.is_cash_on_delivery && (
          <Paragraph>{words.payOnDelivery}</Paragraph>
        )}
        {data.download_link && (
          <Section>
            <Paragraph>{words.downloads}</Paragraph>
            <Action
              href={data.download_link}
              label={words.toDownloads}
              setting={setting}
            />
          </Section>
        )}
        <Address label={words.deliverTo} lines={address} />
        {data.order_link && (
          <Section>
            <Action
              href={data.order_link}
              label={words.toOrder}
              setting={setting}
            />
          </Section>
        )}
      </PersonalMail>
    )
  },
})

const isSome = (amount: string) => /[1-9]/.test(amount)

type SumsProps = {
  data: Omit<OrderPlacedData, "download_link" | "order_link">
  setting: Setting
}

/** What the goods, their delivery and their taxes come to. */
export function Sums({ data, setting: { locale } }: SumsProps) {
  const words = wordsFor(locale, WORDS)
  const { shipping_total, discount_total, tax_total, total } = data
  const rows = [
    ...(data.is_shipped || isSome(shipping_total)
      ? [{ name: words.shipping, amount: shipping_total }]
      : []),
    ...(isSome(discount_total)
      ? [{ name: words.discount, amount: `-${discount_total}` }]
      : []),
    ...(isSome(tax_total) ? [{ name: words.tax, amount: tax_total }] : []),
    { name: words.total, amount: total },
  ]
  return (
    <Section>
      <Hr />
      {rows.map(({ name, amount }) => (
        <Row key={name}>
          <Column style={TEXT}>{name}</Column>
          <Column style={RIGHT}>
            {formatMoney(amount, data.currency_code, locale)}
          </Column>
        </Row>
      ))}
    </Section>
  )
}
