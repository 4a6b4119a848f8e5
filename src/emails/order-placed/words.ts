import type { Words } from "../words"

type Texts = {
  subject: (number: string, shop: string) => string
  sms: (number: string, shop: string) => string
  title: string
  news: (number: string) => string
  /** Of an order that no parcel belongs to. */
  newsOfFiles: (number: string) => string
  shipping: string
  discount: string
  tax: string
  total: string
  deliverTo: string
  payOnDelivery: string
  downloads: string
  toDownloads: string
  toOrder: string
}

export const WORDS: Words<Texts> = {
  en: {
    subject: (number, shop) => `Your order ${number} at ${shop}`,
    sms: (number, shop) => `${shop}: thank you, we have your order ${number}.`,
    title: "Thank you for your order",
    news: (number) =>
      `we have received your order ${number} and will tell you when it is on its way.`,
    newsOfFiles: (number) => `we have received your order ${number}.`,
    shipping: "Shipping",
    discount: "Discount",
    tax: "Tax included",
    total: "Total",
    deliverTo: "Delivery to",
    payOnDelivery: "You pay in cash when it is delivered.",
    downloads:
      "What you bought as a file can be downloaded as soon as it is paid.",
    toDownloads: "To the downloads",
    toOrder: "Look at the order",
  },
  de: {
    subject: (number, shop) => `Ihre Bestellung ${number} bei ${shop}`,
    sms: (number, shop) =>
      `${shop}: Danke, wir haben Ihre Bestellung ${number}.`,
    title: "Vielen Dank für Ihre Bestellung",
    news: (number) =>
      `wir haben Ihre Bestellung ${number} erhalten und melden uns, sobald sie unterwegs ist.`,
    newsOfFiles: (number) => `wir haben Ihre Bestellung ${number} erhalten.`,
    shipping: "Versand",
    discount: "Rabatt",
    tax: "Enthaltene Steuern",
    total: "Gesamt",
    deliverTo: "Lieferung an",
    payOnDelivery: "Sie zahlen bar bei der Lieferung.",
    downloads:
      "Was Sie als Datei gekauft haben, können Sie herunterladen, sobald es bezahlt ist.",
    toDownloads: "Zu den Downloads",
    toOrder: "Bestellung ansehen",
  },
}
