import { Link } from "@react-email/link"
import { webUrl } from "../../utils/web-url"
import { type Item, ItemList } from "../components/item-list"
import { PersonalMail } from "../components/personal-mail"
import { Paragraph } from "../components/paragraph"
import { ABOUT_SAMPLE, type AboutOrder, ITEMS_SAMPLE } from "../order"
import { defineTemplate } from "../template"
import { wordsFor } from "../words"
import { WORDS } from "./words"

export type Tracking = {
  number: string
  /** Where the carrier shows it; what is no http or https address is left out. */
  url: string | null
}

export type OrderShippedData = AboutOrder & {
  /** What is in the parcel. */
  items: Item[]
  tracking: Tracking[]
}

const MAX_LINK = 500

/** Tells the shopper that a parcel has left, and how to follow it. */
export default defineTemplate<OrderShippedData>({
  sample: {
    ...ABOUT_SAMPLE,
    items: ITEMS_SAMPLE,
    tracking: [
      { number: "JD014600003", url: "https://carrier.example.com/JD014600003" },
    ],
  },
  subject: ({ number }, { brand, locale }) =>
    wordsFor(locale, WORDS).subject(number, brand.name),
  sms: ({ number, tracking }, { brand, locale }) => {
    const words = wordsFor(locale, WORDS)
    const [parcel] = tracking
    return [
      words.sms(number, brand.name),
      parcel && words.tracking(parcel.number),
      // Half a link is none.
      parcel?.url && parcel.url.length <= MAX_LINK && parcel.url,
    ]
      .filter(Boolean)
      .join(" ")
  },
  body: (data, setting) => {
    const words = wordsFor(setting.locale, WORDS)
    return (
      <PersonalMail
        name={data.name}
        setting={setting}
        title={words.title}
        news={words.news(data.number)}
      >
        <ItemList items={data.items} />
        {data.tracking.map(({ number, url }) => (
          <Paragraph key={number}>
            <MaybeLink url={url} color={setting.brand.color}>
              {words.tracking(number)}
            </MaybeLink>
          </Paragraph>
        ))}
      </PersonalMail>
    )
  },
})

type MaybeLinkProps = { url: string | null; color: string; children: string }

function MaybeLink({ url, color, children }: MaybeLinkProps) {
  const href = webUrl(url)
  return href ? (
    <Link href={href} style={{ color }}>
      {children}
    </Link>
  ) : (
    children
  )
}
