import { Column } from "@react-email/column"
import { Hr } from "@react-email/hr"
import { Row } from "@react-email/row"
import { Section } from "@react-email/section"
import { Text } from "@react-email/text"
import { Layout } from "../components/layout"
import { MUTED, RIGHT, TEXT } from "../components/styles"
import { formatMoney } from "../money"
import { defineTemplate, type Setting } from "../template"
import { wordsFor } from "../words"
import { WORDS } from "./words"

/** Amounts are exact, in major units. */
export type OrderPlacedData = {
  /** As people call it, such as "#1042". */
  number: string
  /** Of the shopper; empty when nobody told. */
  name: string
  currency_code: string
  items: {
    id: string
    title: string
    /** Such as "M / Black". */
    variant: string | null
    quantity: string
    total: string
  }[]
  shipping_total: string
  discount_total: string
  tax_total: string
  total: string
  /** Line by line; nothing for an order without delivery. */
  address: string[]
  is_cash_on_delivery: boolean
}

const SAMPLE: OrderPlacedData = {
  number: "#1042",
  name: "Asha Rao",
  currency_code: "inr",
  items: [
    {
      id: "ordli_1",
      title: "Cotton T-shirt",
      variant: "M / Black",
      quantity: "2",
      total: "1598.00",
    },
    {
      id: "ordli_2",
      title: "Sticker sheet",
      variant: null,
      quantity: "1",
      total: "99.00",
    },
  ],
  shipping_total: "60.00",
  discount_total: "100.00",
  tax_total: "252.76",
  total: "1657.00",
  address: ["Asha Rao", "12 MG Road", "560001 Bengaluru", "India"],
  is_cash_on_delivery: true,
}

/** Tells the shopper that an order was placed, and what is in it. */
export default defineTemplate<OrderPlacedData>({
  sample: SAMPLE,
  subject: ({ number }, { brand, locale }) =>
    wordsFor(locale, WORDS).subject(number, brand.name),
  body: (data, setting) => {
    const words = wordsFor(setting.locale, WORDS)
    return (
      <Layout
        setting={setting}
        title={words.title}
        preview={words.thanks(data.number)}
      >
        <Text style={TEXT}>{words.hello(data.name)}</Text>
        <Text style={TEXT}>{words.thanks(data.number)}</Text>
        <Items data={data} setting={setting} />
        <Sums data={data} setting={setting} />
        {data.is_cash_on_delivery && (
          <Text style={TEXT}>{words.payOnDelivery}</Text>
        )}
        {data.address.length > 0 && (
          <Section>
            <Text style={MUTED}>{words.deliverTo}</Text>
            {data.address.map((line, index) => (
              <Text key={index} style={{ ...TEXT, margin: "0" }}>
                {line}
              </Text>
            ))}
          </Section>
        )}
      </Layout>
    )
  },
})

type PartProps = { data: OrderPlacedData; setting: Setting }

function Items({ data, setting: { locale } }: PartProps) {
  return (
    <Section>
      {data.items.map(({ id, title, variant, quantity, total }) => (
        <Row key={id}>
          <Column style={TEXT}>
            {quantity} × {title}
            {variant ? ` (${variant})` : ""}
          </Column>
          <Column style={RIGHT}>
            {formatMoney(total, data.currency_code, locale)}
          </Column>
        </Row>
      ))}
    </Section>
  )
}

function Sums({ data, setting: { locale } }: PartProps) {
  const words = wordsFor(locale, WORDS)
  const isThere = (amount: string) => /[1-9]/.test(amount)
  const rows: [string, string][] = [
    [words.shipping, data.shipping_total],
    ...(isThere(data.discount_total)
      ? [[words.discount, `-${data.discount_total}`] as [string, string]]
      : []),
    ...(isThere(data.tax_total)
      ? [[words.tax, data.tax_total] as [string, string]]
      : []),
    [words.total, data.total],
  ]
  return (
    <Section>
      <Hr />
      {rows.map(([name, amount]) => (
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
