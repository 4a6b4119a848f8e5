import { SMS_TEMPLATES } from "../../types/messages"
import orderShipped from "../order-shipped"
import { renderSms } from "../render-email"
import type { EmailTemplate, Setting } from "../template"
import { TEMPLATES } from "../templates"

const SETTING: Setting = {
  brand: { name: "Tea & Co", color: "#1f2937", backgroundColor: "#ffffff" },
  locale: "en",
  storefrontUrl: "https://shop.test",
}

const said = (
  { sms, sample }: EmailTemplate<unknown>,
  setting: Partial<Setting> = {}
) => sms && renderSms(sms, sample, { ...SETTING, ...setting })

const shipped = (tracking: { number: string; url: string | null }[]) =>
  said({
    ...orderShipped,
    sample: { ...orderShipped.sample, tracking },
  } as EmailTemplate<unknown>)

describe("an SMS", () => {
  it.each(SMS_TEMPLATES)("says who writes, and what about: %s", (name) => {
    const template = TEMPLATES[name]
    const english = said(template) ?? ""
    expect(english).toMatch(/^Tea & Co: .*#1042/)
    expect(english.length).toBeLessThan(160)
    const german = said(template, { locale: "de" })
    expect(german).toMatch(/^Tea & Co: .*#1042/)
    expect(german).not.toBe(english)
  })

  it("leads to the carrier's page, unless its address would fill it", () => {
    const url = "https://carrier.example.com/JD1"
    expect(shipped([{ number: "JD1", url }])).toBe(
      `Tea & Co: a parcel of your order #1042 is on its way. Tracking number: JD1 ${url}`
    )
    const long = { number: "JD1", url: `${url}?${"x".repeat(600)}` }
    expect(shipped([long])).not.toContain("https")
    expect(shipped([])).toMatch(/on its way\.$/)
  })

  // The attack: a number of a label that turns the text around, or fills many messages.
  it("is one line of bounded length", () => {
    expect(shipped([{ number: "J\r\nD\u202E1", url: null }])).toMatch(
      /: J D 1$/
    )
    const endless = shipped([{ number: "1".repeat(5000), url: null }])
    expect(endless).toHaveLength(1600)
  })
})
