import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { writeCodeBlocks } from "../../../integration-tests/helpers/code-blocks"
import { loadReplacements } from "../load-replacements"
import orderPlaced from "../order-placed"
import { renderEmail } from "../render-email"

describe("a host's own template", () => {
  let root: string

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "host-"))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it("takes the suite's place, as docs/messages.md shows it", async () => {
    const { "order-placed": own } = await loadReplacements(
      { "order-placed": "./src/emails/my-order-placed" },
      writeCodeBlocks("messages.md")
    )
    const { sample } = orderPlaced
    const mail = await renderEmail(own ?? orderPlaced, sample, {
      brand: { name: "Tea", color: "#1f2937", backgroundColor: "#ffffff" },
      ...{ locale: "en", storefrontUrl: "https://shop.test" },
    })
    expect(mail.subject).toBe("Tea has your order #1042")
    expect(mail.html).toContain("Namaste <!-- -->Asha Rao")
    expect(mail.text).toContain("2 × Cotton T-shirt")
  })

  it.each([
    ["is missing", undefined, "cannot be loaded from"],
    [
      "fails",
      "throw new Error('The printer is on fire\\nand so on')",
      "The printer is on fire",
    ],
    [
      "has no template as its default export",
      "exports.default = { body: () => null }",
      "must have a template as its default export",
    ],
    ["has none at all", "exports.body = () => null", "must have a template"],
  ])("that %s is refused in one line", async (_, source, reason) => {
    if (source) {
      writeFileSync(path.join(root, "mine.js"), source)
    }
    const error = await loadReplacements({ welcome: "./mine" }, root).then(
      () => undefined,
      ({ message }: Error) => message
    )
    expect(error).toContain("messages.templates.welcome: ./mine")
    expect(error).toContain(reason)
    expect(error).not.toContain("\n")
  })
})
