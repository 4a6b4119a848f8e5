import { Column } from "@react-email/column"
import { Row } from "@react-email/row"
import { Section } from "@react-email/section"
import { RIGHT, TEXT } from "./styles"

export type Item = {
  id: string
  title: string
  /** Such as "M / Black". */
  variant: string | null
  quantity: string
}

type ItemListProps = {
  items: Item[]
  /** What stands at the end of an item's line, such as its price. */
  end?: (index: number) => string
}

export const ItemList = ({ items, end }: ItemListProps) => (
  <Section>
    {items.map(({ id, title, variant, quantity }, index) => (
      <Row key={id}>
        <Column style={TEXT}>
          {quantity} × {title}
          {variant ? ` (${variant})` : ""}
        </Column>
        {end && <Column style={RIGHT}>{end(index)}</Column>}
      </Row>
    ))}
  </Section>
)
