/** A few words for flat vector pictures on a canvas of 800 × 800. Each returns SVG text. */

let lastId = 0
const nextId = () => `s${(lastId += 1)}`

export const fill = (outline, colour, more = "") =>
  `<path d="${outline}" fill="${colour}" ${more}/>`

export const stroke = (outline, colour, width, more = "") =>
  `<path d="${outline}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`

export const box = (x, y, width, height, colour, radius = 0, more = "") =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${colour}" ${more}/>`

export const oval = (cx, cy, rx, ry, colour, more = "") =>
  `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${colour}" ${more}/>`

export const disc = (cx, cy, radius, colour, more = "") =>
  oval(cx, cy, radius, radius, colour, more)

export const words = (text, x, y, size, colour, more = "") =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}" text-anchor="middle" font-family="Georgia, 'DejaVu Serif', serif" ${more}>${text}</text>`

export const turned = (degrees, cx, cy, ...content) =>
  `<g transform="rotate(${degrees} ${cx} ${cy})">${content.join("")}</g>`

export const moved = (dx, dy, ...content) =>
  `<g transform="translate(${dx} ${dy})">${content.join("")}</g>`

export const faded = (opacity, ...content) =>
  `<g opacity="${opacity}">${content.join("")}</g>`

/** The right half mirrored from the left one, for shapes that are symmetrical about x = 400. */
export const mirrored = (...content) =>
  content.join("") +
  `<g transform="translate(800 0) scale(-1 1)">${content.join("")}</g>`

/** An outline filled with a colour, and details that stay inside it. */
export function within(outline, colour, ...details) {
  const id = nextId()
  return (
    `<clipPath id="${id}"><path d="${outline}"/></clipPath>` +
    fill(outline, colour) +
    `<g clip-path="url(#${id})">${details.join("")}</g>`
  )
}

export const times = (count, draw) =>
  Array.from({ length: count }, (_, index) => draw(index)).join("")

/** Small irregular dots, the same on every run. */
export function speckles(count, [left, top, right, bottom], colour, size = 3) {
  let seed = count * 7919 + left
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647
  return times(count, () =>
    disc(
      (left + random() * (right - left)).toFixed(0),
      (top + random() * (bottom - top)).toFixed(0),
      (size * (0.5 + random())).toFixed(1),
      colour
    )
  )
}

function mixed(colour, other, share) {
  const channels = (hex) =>
    [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16))
  const target = channels(other)
  return (
    "#" +
    channels(colour)
      .map((value, at) => Math.round(value + (target[at] - value) * share))
      .map((value) => value.toString(16).padStart(2, "0"))
      .join("")
  )
}

export const darker = (colour, share = 0.18) => mixed(colour, "#1d1a2b", share)
export const lighter = (colour, share = 0.25) => mixed(colour, "#ffffff", share)

const picture = (content) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800" width="800" height="800">${content}</svg>`

/** A product that stands on a table. `shadow` is [centre x, y of the floor, half width]. */
export const standing = (backdrop, [cx, floor, reach], ...content) =>
  picture(
    box(0, 0, 800, 800, backdrop) +
      disc(400, 380, 300, lighter(backdrop, 0.35)) +
      box(0, 600, 800, 200, darker(backdrop, 0.07)) +
      oval(cx + 14, floor, reach, 24, darker(backdrop, 0.28)) +
      content.join("")
  )

/** A product seen from above or from the front, with a soft shadow around it. */
export const lying = (backdrop, ...content) =>
  picture(
    `<filter id="soft" x="-20%" y="-20%" width="140%" height="140%"><feDropShadow dx="10" dy="16" stdDeviation="12" flood-color="${darker(backdrop, 0.6)}" flood-opacity="0.35"/></filter>` +
      box(0, 0, 800, 800, backdrop) +
      disc(400, 400, 320, lighter(backdrop, 0.35)) +
      `<g filter="url(#soft)">${content.join("")}</g>`
  )
