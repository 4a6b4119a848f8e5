/** The page's script. It writes text only, never markup, and asks for a link only when clicked. */
export const PAGE_SCRIPT = `
"use strict"
const WORDS = {
  en: {
    title: "Your downloads", loading: "Loading…", none: "There is nothing here yet. Once your order is paid, reload this page.",
    wrong: "This link is not valid. Please use the link of your mail.", failed: "That did not work. Please try again.",
    download: "Download", version: "Version", licence: "Licence key", left: "Downloads left", until: "Until",
    history: "Downloaded", order: "Order", more: "Show more",
    revoked: "Taken back", expired: "Over", used_up: "No downloads left",
  },
  de: {
    title: "Ihre Downloads", loading: "Lädt …", none: "Hier ist noch nichts. Laden Sie die Seite neu, sobald Ihre Bestellung bezahlt ist.",
    wrong: "Dieser Link ist nicht gültig. Bitte benutzen Sie den Link aus Ihrer Mail.", failed: "Das hat nicht geklappt. Bitte versuchen Sie es erneut.",
    download: "Herunterladen", version: "Version", licence: "Lizenzschlüssel", left: "Verbleibende Downloads", until: "Bis",
    history: "Heruntergeladen", order: "Bestellung", more: "Mehr zeigen",
    revoked: "Zurückgenommen", expired: "Abgelaufen", used_up: "Keine Downloads mehr",
  },
}
const language = navigator.language.slice(0, 2)
const words = WORDS[language] || WORDS.en
document.documentElement.lang = WORDS[language] ? language : "en"
document.title = words.title
const main = document.querySelector("main")
const STEP = 50

function add(parent, tag, text, className) {
  const element = document.createElement(tag)
  if (text !== undefined) element.textContent = text
  if (className) element.className = className
  parent.append(element)
  return element
}

const token = () => new URLSearchParams(location.hash.slice(1)).get("token") || ""
const date = (text) => new Date(text).toLocaleString(language)
const size = (bytes) => bytes < 1e6 ? Math.ceil(bytes / 1e3) + " kB" : (bytes / 1e6).toFixed(1) + " MB"

async function ask(path, body) {
  const response = await fetch(path, {
    method: "POST", headers: { "content-type": "application/json" }, credentials: "omit",
    body: JSON.stringify(Object.assign({ token: token() }, body)),
  })
  return { status: response.status, body: await response.json() }
}

async function download(grant, file, note) {
  note.textContent = ""
  try {
    const answer = await ask("/downloads/access/link", { id: grant.id, file_id: file.id })
    if (answer.status === 200) {
      location.assign(answer.body.url)
      setTimeout(show, 1500)
    } else {
      note.textContent = words[answer.body.code] || words.failed
    }
  } catch {
    note.textContent = words.failed
  }
}

function showGrant(grant) {
  const box = add(main, "section")
  add(box, "h2", grant.title)
  const facts = [words.order + " #" + grant.order_display_id]
  if (grant.download_limit !== null && grant.state === "active") facts.push(words.left + ": " + Math.max(0, grant.download_limit - grant.downloads_used))
  if (grant.expires_at) facts.push(words.until + " " + date(grant.expires_at))
  add(box, "p", facts.join(" · "), "muted")
  if (grant.licence_text) add(box, "p", grant.licence_text)
  if (grant.licence_key) {
    const line = add(box, "p", words.licence + ": ")
    add(line, "code", grant.licence_key)
  }
  if (grant.state !== "active") add(box, "p", words[grant.state], "note")
  const note = add(box, "p", "", "note")
  note.setAttribute("role", "status")
  for (const file of grant.files) {
    const row = add(box, "div", undefined, "file")
    add(row, "span", file.filename + " (" + size(file.size) + (file.version > 1 ? ", " + words.version + " " + file.version : "") + ")")
    const button = add(row, "button", words.download)
    button.type = "button"
    button.disabled = grant.state !== "active"
    button.setAttribute("aria-label", words.download + " " + file.filename)
    button.addEventListener("click", () => download(grant, file, note))
  }
  for (const past of grant.history.slice(0, 5)) {
    const where = [past.device, past.country].filter(Boolean).join(", ")
    add(box, "p", words.history + ": " + date(past.created_at) + ", " + past.filename + (where ? " (" + where + ")" : ""), "muted")
  }
}

let shown = STEP
async function show() {
  if (!token()) return tell(words.wrong)
  try {
    const grants = []
    let count = 1
    while (grants.length < Math.min(count, shown)) {
      const answer = await ask("/downloads/access", { limit: STEP, offset: grants.length })
      if (answer.status !== 200) return tell(answer.status === 404 ? words.wrong : words.failed)
      count = answer.body.count
      if (answer.body.downloads.length === 0) break
      grants.push(...answer.body.downloads)
    }
    tell()
    if (grants.length === 0) add(main, "p", words.none)
    grants.forEach(showGrant)
    if (count > grants.length) {
      add(main, "button", words.more).addEventListener("click", () => { shown += STEP; show() })
    }
  } catch {
    tell(words.failed)
  }
}

function tell(text) {
  main.replaceChildren()
  add(main, "h1", words.title)
  if (text) add(main, "p", text)
}

tell(words.loading)
addEventListener("hashchange", show)
show()
`
