import {
  box,
  darker,
  disc,
  fill,
  lighter,
  mirrored,
  oval,
  standing,
  stroke,
  times,
  within,
} from "./shapes.mjs"

const SAND = "#efe0c8"
const SAGE = "#d8e3d0"
const ROSE = "#f0d9d2"

function tote(cloth) {
  const bag = "M200 320H600L624 640Q626 664 600 664H200Q174 664 176 640Z"
  return standing(
    SAGE,
    [400, 664, 240],
    stroke("M300 350V250C300 130 500 130 500 250V350", darker(cloth, 0.35), 30),
    within(
      bag,
      cloth,
      box(170, 320, 460, 34, darker(cloth, 0.12)),
      stroke(
        "M170 350H630",
        lighter(cloth, 0.4),
        3,
        'stroke-dasharray="12 10"'
      ),
      fill("M560 320H640V680H520Z", darker(cloth, 0.4), 'opacity="0.25"'),
      stroke("M250 664C260 600 246 560 260 500", darker(cloth, 0.18), 5),
      stroke("M400 664V560", darker(cloth, 0.12), 4)
    ),
    stroke("M300 330V258C300 140 500 140 500 258V330", darker(cloth, 0.18), 26),
    mirrored(
      box(284, 326, 32, 70, darker(cloth, 0.18), 4),
      stroke("M290 340L310 384M310 340L290 384", lighter(cloth, 0.4), 3)
    ),
    stroke(
      "M400 560C400 520 400 500 400 450M400 520C360 520 346 494 346 466C380 466 400 490 400 520M400 490C440 490 454 464 454 436C420 436 400 460 400 490",
      darker(cloth, 0.45),
      7
    )
  )
}

function backpack(cloth) {
  const body =
    "M230 300Q230 240 290 240H510Q570 240 570 300V610Q570 664 516 664H284Q230 664 230 610Z"
  return standing(
    SAND,
    [400, 664, 220],
    stroke("M360 150C360 96 440 96 440 150", darker(cloth, 0.5), 18),
    mirrored(
      stroke("M244 330C176 380 176 540 240 610", darker(cloth, 0.4), 34)
    ),
    within(
      body,
      cloth,
      box(510, 230, 80, 440, darker(cloth, 0.4), 0, 'opacity="0.25"')
    ),
    box(238, 140, 324, 130, darker(cloth, 0.1), 40),
    box(238, 186, 324, 20, darker(cloth, 0.28), 8),
    box(284, 200, 30, 190, "#5b3d2a", 6),
    box(486, 200, 30, 190, "#5b3d2a", 6),
    box(276, 356, 46, 38, "#d7b56d", 8),
    box(478, 356, 46, 38, "#d7b56d", 8),
    box(288, 366, 22, 18, "#5b3d2a", 3),
    box(490, 366, 22, 18, "#5b3d2a", 3),
    box(276, 440, 248, 180, darker(cloth, 0.14), 22),
    stroke("M290 484H510", "#d7b56d", 7),
    box(478, 484, 12, 36, "#d7b56d", 5),
    box(372, 540, 56, 36, "#5b3d2a", 5)
  )
}

function duffel(cloth) {
  const body =
    "M130 450Q130 370 220 370H580Q670 370 670 450V570Q670 650 590 650H210Q130 650 130 570Z"
  return standing(
    SAGE,
    [400, 652, 300],
    stroke("M270 430C260 210 540 210 530 430", darker(cloth, 0.5), 20),
    within(
      body,
      cloth,
      box(120, 560, 560, 100, darker(cloth, 0.22)),
      box(120, 370, 80, 300, darker(cloth, 0.1)),
      box(600, 370, 80, 300, darker(cloth, 0.3))
    ),
    stroke("M200 392H600", "#cbb27a", 8),
    box(560, 388, 44, 12, "#8c6a34", 6),
    box(250, 380, 40, 270, "#8a5a36"),
    box(510, 380, 40, 270, "#8a5a36"),
    stroke("M270 470C262 260 538 260 530 470", "#8a5a36", 24),
    box(358, 276, 84, 42, "#6d4426", 14),
    mirrored(disc(270, 500, 9, "#d7b56d"), disc(270, 610, 9, "#d7b56d")),
    mirrored(disc(160, 410, 12, "none", 'stroke="#cbb27a" stroke-width="6"'))
  )
}

function crossbody(leather) {
  const body = "M210 400H590V600Q590 650 540 650H260Q210 650 210 600Z"
  const flap =
    "M200 372Q200 350 222 350H578Q600 350 600 372V470Q600 560 400 560T200 470Z"
  return standing(
    ROSE,
    [400, 652, 210],
    stroke("M224 390C120 60 680 60 576 390", darker(leather, 0.35), 16),
    within(
      body,
      darker(leather, 0.14),
      box(540, 400, 60, 260, "#1d1a2b", 0, 'opacity="0.15"')
    ),
    within(
      flap,
      leather,
      fill("M200 350H600V376H200Z", lighter(leather, 0.18))
    ),
    stroke(
      "M216 470Q222 546 400 546T584 470",
      lighter(leather, 0.35),
      4,
      'stroke-dasharray="12 9"'
    ),
    box(376, 520, 48, 66, "#d7b56d", 10),
    disc(400, 552, 11, darker(leather, 0.4)),
    mirrored(disc(222, 386, 17, "none", 'stroke="#d7b56d" stroke-width="8"'))
  )
}

function basket() {
  const body = "M180 300C190 420 210 540 250 650H550C590 540 610 420 620 300Z"
  const bands = [
    "#c79a5b",
    "#e0bd83",
    "#8b3f2f",
    "#e0bd83",
    "#3f5f4c",
    "#e0bd83",
    "#c79a5b",
  ]
  return standing(
    SAND,
    [400, 652, 190],
    stroke("M290 310C280 80 520 80 510 310", "#5f3b22", 18),
    within(
      body,
      "#e0bd83",
      bands
        .map((colour, row) => box(160, 300 + row * 52, 480, 52, colour))
        .join(""),
      times(7, (row) =>
        times(16, (column) =>
          stroke(
            `M${160 + column * 32 + (row % 2) * 16} ${302 + row * 52}l14 46`,
            "#5f3b22",
            4,
            'opacity="0.35"'
          )
        )
      ),
      fill("M540 290H640V660H500Z", "#1d1a2b", 'opacity="0.14"')
    ),
    oval(400, 300, 220, 40, "#b5874b"),
    oval(400, 304, 196, 30, "#6b4728"),
    stroke("M290 330C280 150 520 150 510 330", "#7a4d2e", 20),
    mirrored(box(274, 316, 32, 60, "#5f3b22", 6))
  )
}

function pouch(cloth) {
  const body = "M150 340H650L664 570Q666 610 626 610H174Q134 610 136 570Z"
  return standing(
    ROSE,
    [400, 612, 280],
    within(
      body,
      cloth,
      box(120, 530, 560, 90, darker(cloth, 0.2)),
      fill("M560 330H680V620H520Z", "#1d1a2b", 'opacity="0.12"'),
      stroke(
        "M180 500C260 470 300 520 380 486",
        lighter(cloth, 0.3),
        5,
        'opacity="0.6"'
      ),
      stroke("M130 528H670", lighter(cloth, 0.4), 3, 'stroke-dasharray="12 9"')
    ),
    box(144, 322, 512, 34, darker(cloth, 0.4), 8),
    stroke("M160 339H640", "#d7b56d", 8, 'stroke-dasharray="3 9"'),
    box(560, 326, 40, 26, "#d7b56d", 6),
    stroke("M600 340C640 350 640 400 616 440", "#6d4426", 14),
    box(196, 420, 90, 56, "#f5ead6", 4),
    stroke("M214 440H268M214 456H250", darker(cloth, 0.4), 5)
  )
}

export const bags = {
  "canvas-tote-natural": tote("#e5d3b0"),
  "canvas-tote-olive": tote("#7d8252"),
  "canvas-tote-black": tote("#3a393f"),
  "roll-top-backpack-rust": backpack("#b9573a"),
  "roll-top-backpack-slate": backpack("#566473"),
  "weekender-duffel-navy": duffel("#2f4068"),
  "weekender-duffel-sand": duffel("#cbb187"),
  "leather-crossbody-tan": crossbody("#b9783f"),
  "leather-crossbody-black": crossbody("#3b3538"),
  "kiondo-sisal-basket": basket(),
  "waxed-zip-pouch-mustard": pouch("#cf9a34"),
  "waxed-zip-pouch-teal": pouch("#35797c"),
}
