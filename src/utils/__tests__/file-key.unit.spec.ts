import { checkFileKey } from "../file-key"

// The attack: a key that names a file elsewhere, or another feature's.
it.each([
  "../secrets.json",
  "a/../../b",
  "a/..",
  "..",
  ".",
  "a/./b",
  "/etc/passwd",
  "//a",
  "a//b",
  "a/",
  "",
  "a\\..\\b",
  "C:/a",
  "%2e%2e/a",
  "a\u0000.pdf",
  "a\n",
  "A/b",
  "a b",
  "ä",
  "~/a",
  ".unfinished/a",
  "a/.b",
  "a".repeat(513),
])("refuses the key %j and names it", (key) => {
  expect(() => checkFileKey(key)).toThrow(/^key: must be segments/)
})

it.each(["a", "digital-products/01j8/main.v2_final.pdf", "a/b..c", "-a/_b"])(
  "takes the key %s",
  (key) => {
    expect(checkFileKey(key)).toBe(key)
  }
)
