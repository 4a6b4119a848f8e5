import { attachmentNamed } from "../content-disposition"

/** As a browser reads it: the encoded name before the plain one. */
function savedAs(header: string): string {
  const encoded = /filename\*=UTF-8''([^;]*)/.exec(header)?.[1]
  const plain = /filename="([^"]*)"/.exec(header)?.[1]
  return encoded === undefined ? (plain ?? "") : decodeURIComponent(encoded)
}

// The attack: a name that ends the header, or adds another, or a parameter.
it.each([
  "a\r\nSet-Cookie: session=stolen",
  "a\nb.pdf",
  'a"; filename="b.exe',
  'a\\"; filename=b.exe',
  "a; filename*=UTF-8''b.exe",
  "a\u2028b\u0085c\u0000d.pdf",
  "%0d%0aSet-Cookie: a=b.pdf",
  "'); alert(1); ('.pdf",
])("stays one header with one name: %j", (name) => {
  const header = attachmentNamed(name)
  expect(header).toMatch(
    /^attachment; filename="[\x20-\x7e]*"(?:; filename\*=UTF-8''[\w.~!#$&+^`|%-]*)?$/
  )
  expect(header.match(/filename="/g)).toHaveLength(1)
  expect(header.match(/filename\*=/g)?.length ?? 0).toBeLessThanOrEqual(1)
})

// The attack: a name that leaves the downloads folder, hides there, or looks like another kind of file.
it.each([
  ["../../.bashrc", "_.._.bashrc"],
  ["C:\\Windows\\a.dll", "C__Windows_a.dll"],
  ["...", "download"],
  ["", "download"],
  ["  .hidden  ", "hidden"],
  ["invoice\u202efdp.exe", "invoicefdp.exe"],
])("%j is saved as %s", (name, expected) => {
  expect(savedAs(attachmentNamed(name))).toBe(expected)
})

it.each([
  "Übung für alle.pdf",
  "型紙.zip",
  "नमूना.pdf",
  "🧵 thread.pdf",
  "a'b (1).pdf",
])("keeps %s", (name) => {
  expect(savedAs(attachmentNamed(name))).toBe(name)
})

it("gives old clients a name in ASCII", () => {
  expect(attachmentNamed("Übung.pdf")).toBe(
    `attachment; filename="Ubung.pdf"; filename*=UTF-8''%C3%9Cbung.pdf`
  )
  expect(attachmentNamed("plain.pdf")).toBe('attachment; filename="plain.pdf"')
})

it("cuts what is too long, and keeps its ending", () => {
  const name = savedAs(attachmentNamed(`${"🧵".repeat(500)}.pdf`))
  expect([...name]).toHaveLength(150)
  expect(name).toMatch(/🧵\.pdf$/u)
  expect(() => attachmentNamed("\ud800".repeat(10))).not.toThrow()
})
