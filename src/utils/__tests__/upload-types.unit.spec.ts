import { readFileSync } from "node:fs"
import path from "node:path"
import { filesOptionsSchema } from "../../modules/files/options"
import { declaredType, UPLOAD_TYPES, uploadType } from "../upload-types"

const { uploadTypes: usual } = filesOptionsSchema.parse({})

const PNG = Buffer.from("\x89PNG\r\n\x1a\n....", "latin1")
const JPEG = readFileSync(
  path.join(__dirname, "../../../app/seed/images/acacia-cutting-board.jpg")
)
const page = (start: string) => Buffer.from(`${start}<script>alert(1)</script>`)

// The attack: a page that runs scripts where the admin is logged in, dressed up as a picture.
it.each([
  ["page.html", PNG],
  ["page.png", page("")],
  ["page.csv", page("\n ")],
  ["page.png.html", PNG],
  ["page.svg", page("<svg>")],
  ["png", PNG],
  ["page.png ", PNG],
  ["page.png\u0000.html", PNG],
  ["page.jpg", PNG],
  ["rows.csv", Buffer.from([0x61, 0, 0x62])],
  ["empty.png", Buffer.alloc(0)],
])("%j is refused when its name or its bytes lie", (name, content) => {
  expect(uploadType(name, content, usual)).toBeUndefined()
})

it.each([
  ["logo.PNG", PNG, "image/png"],
  ["apron.jpg", JPEG, "image/jpeg"],
  ["apron.jpeg", JPEG, "image/jpeg"],
  ["a.gif", Buffer.from("GIF89a"), "image/gif"],
  ["a.webp", Buffer.from("RIFF\x01\x02\x03\x04WEBPVP8"), "image/webp"],
  ["a.avif", Buffer.from("\0\0\0\x1cftypavif"), "image/avif"],
  ["rows.csv", Buffer.from("name,price\nLamp,1\n"), "text/csv"],
])("%s is what it says it is", (name, content, expected) => {
  expect(uploadType(name, content, usual)).toBe(expected)
})

it("SVG is for those who ask for it", () => {
  const svg = Buffer.from('<?xml version="1.0"?><svg xmlns="x"/>')
  expect(uploadType("a.svg", svg, usual)).toBeUndefined()
  expect(uploadType("a.svg", svg, UPLOAD_TYPES)).toBe("image/svg+xml")
})

it("a declared type may have parameters and other names", () => {
  expect(declaredType("text/csv; charset=utf-8", usual)).toBe("text/csv")
  expect(declaredType("application/vnd.ms-excel", usual)).toBe("text/csv")
  expect(declaredType("text/html", UPLOAD_TYPES)).toBeUndefined()
})
