import { randomBytes } from "node:crypto"
import { renderEmail, type RenderedEmail, subjectLine } from "./render-email"
import type { Renderer, Setting } from "./template"

/** Of so many letters to many, how they look is remembered. */
const REMEMBERED = 20

/** Nobody can guess them, so nobody can write them. */
const slot = (name: string) => `slot-${name}-${randomBytes(12).toString("hex")}`
const NAME = slot("name")
const LINK = slot("link")

const remembered = new Map<string, Promise<RenderedEmail>>()

type ForMany = { name: string }

/**
 * A mail to one of many readers. What is the same for all of them is rendered once; only the name and the link to have no more
 * of these are the reader's own, and are put in as React would.
 *
 * @param data - texts alone; but for the name, equal for all
 * @returns the same as `renderEmail`, but for where its plain text breaks lines
 */
export async function renderFor<Data extends ForMany>(
  template: Renderer<Data>,
  data: Data,
  setting: Setting
): Promise<RenderedEmail> {
  const { name } = data
  const { unsubscribeUrl: link } = setting
  const { html, text } = await renderedOnce(
    template,
    { ...data, name: name && NAME },
    { ...setting, unsubscribeUrl: link && LINK }
  )
  const own = { [NAME]: name.replace(/\s+/g, " "), [LINK]: link ?? "" }
  const put = (into: string, encode = (value: string) => value) =>
    Object.entries(own).reduce(
      (filled, [place, value]) => filled.replaceAll(place, () => encode(value)),
      into
    )
  return {
    subject: subjectLine(template.subject(data, setting)),
    html: put(html, escapeHtml),
    text: put(text),
  }
}

function renderedOnce<Data extends ForMany>(
  template: Renderer<Data>,
  data: Data,
  setting: Setting
): Promise<RenderedEmail> {
  const key = JSON.stringify([data, setting])
  const known = remembered.get(key)
  if (known) {
    return known
  }
  const rendering = renderEmail(template, data, setting)
  remembered.set(key, rendering)
  rendering.catch(() => remembered.delete(key))
  const [oldest] = remembered.keys()
  if (remembered.size > REMEMBERED && oldest !== undefined) {
    remembered.delete(oldest)
  }
  return rendering
}

const ENTITIES: Record<string, string> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;" },
  ...{ '"': "&quot;", "'": "&#x27;" },
}

const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "")
