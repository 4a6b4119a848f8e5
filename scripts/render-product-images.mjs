/**
 * Draws the pictures of the demo store's products into app/seed/images.
 *
 *   node scripts/render-product-images.mjs [--only <part of a name>] [--contact-sheet <file.png>]
 *
 * Needs Chromium at /usr/bin/chromium, or where CHROMIUM_PATH says.
 */
import { mkdir } from "node:fs/promises"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { chromium } from "playwright-core"
import { pictures } from "./product-images/index.mjs"

const SIZE = 800
const OUTPUT = fileURLToPath(new URL("../app/seed/images/", import.meta.url))
const LAUNCH_ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

async function renderPictures(page, names) {
  await page.setViewportSize({ width: SIZE, height: SIZE })
  for (const [index, name] of names.entries()) {
    await page.setContent(`<style>body{margin:0}</style>${pictures[name]}`)
    await page.screenshot({
      path: path.join(OUTPUT, `${name}.jpg`),
      type: "jpeg",
      quality: 82,
    })
    console.log(`[${index + 1}/${names.length}] ${name}.jpg`)
  }
}

async function renderContactSheet(page, names, file) {
  const figures = names.map(
    (name) =>
      `<figure>${pictures[name]}<figcaption>${name}</figcaption></figure>`
  )
  await page.setViewportSize({ width: 1560, height: 400 })
  await page.setContent(`<style>
    body { margin: 10px; display: grid; grid-template-columns: repeat(6, 1fr); gap: 10px; font: 13px sans-serif }
    figure { margin: 0 } svg { width: 250px; height: 250px; display: block }
  </style>${figures.join("")}`)
  await page.screenshot({ path: file, fullPage: true })
  console.log(`contact sheet: ${file}`)
}

const { values: options } = parseArgs({
  options: { only: { type: "string" }, "contact-sheet": { type: "string" } },
})
const names = Object.keys(pictures).filter((name) =>
  name.includes(options.only ?? "")
)
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium",
  args: LAUNCH_ARGUMENTS,
})
try {
  const page = await browser.newPage()
  await mkdir(OUTPUT, { recursive: true })
  if (options["contact-sheet"]) {
    await renderContactSheet(page, names, options["contact-sheet"])
  } else {
    await renderPictures(page, names)
  }
} finally {
  await browser.close()
}
