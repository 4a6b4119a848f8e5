import {
  box,
  darker,
  disc,
  faded,
  fill,
  lighter,
  lying,
  oval,
  speckles,
  standing,
  stroke,
  times,
  turned,
  within,
  words,
} from "./shapes.mjs"

const DUSK = "#dcd9e8"
const WHEAT = "#f0e3c9"
const MIST = "#d9e6e4"

function lamp(glaze) {
  return standing(
    DUSK,
    [400, 664, 150],
    faded(0.35, fill("M280 380L120 664H680L520 380Z", "#fff3c4")),
    box(392, 360, 16, 60, "#b8925a"),
    within(
      "M350 410H450C440 450 540 490 530 570C524 630 490 664 460 664H340C310 664 276 630 270 570C260 490 360 450 350 410Z",
      glaze,
      fill(
        "M460 400H560V670H440C520 620 520 500 460 440Z",
        "#1d1a2b",
        'opacity="0.14"'
      ),
      fill(
        "M330 500C300 530 300 590 320 620L342 612C326 580 330 540 350 512Z",
        "#ffffff",
        'opacity="0.4"'
      ),
      speckles(30, [280, 480, 520, 650], darker(glaze, 0.3), 3)
    ),
    within(
      "M290 150H510L590 390H210Z",
      "#f8eccd",
      fill("M290 150H510L516 170H284Z", "#e2cfa2"),
      fill("M214 372H586L592 392H208Z", "#e2cfa2"),
      fill("M470 150H510L590 390H500Z", "#d8bf86", 'opacity="0.5"'),
      times(7, (fold) =>
        stroke(`M${314 + fold * 28} 170L${250 + fold * 50} 372`, "#e2cfa2", 3)
      )
    ),
    stroke("M530 640C600 660 640 640 690 690", "#6c6a75", 6)
  )
}

function cushion(dye) {
  const cover =
    "M150 170C240 200 560 200 650 170C620 260 620 540 650 640C560 610 240 610 150 640C180 540 180 260 150 170Z"
  const flower = (x, y) =>
    times(6, (petal) =>
      turned(petal * 60, x, y, oval(x, y - 26, 12, 22, dye))
    ) +
    disc(x, y, 9, "#f7efe0") +
    disc(x, y, 4, dye)
  return lying(
    WHEAT,
    within(
      cover,
      "#f7efe0",
      times(4, (row) =>
        times(4, (column) => flower(232 + column * 112, 240 + row * 112))
      ),
      times(5, (row) =>
        times(5, (column) =>
          fill(
            `M${176 + column * 112} ${172 + row * 112}l12 14l-12 14l-12 -14Z`,
            dye
          )
        )
      ),
      fill(
        "M560 150H680V680H520C600 520 600 300 560 150Z",
        "#1d1a2b",
        'opacity="0.08"'
      )
    ),
    stroke(cover, dye, 10),
    stroke(
      "M200 204C300 222 500 222 600 204M200 606C300 588 500 588 600 606",
      lighter(dye, 0.3),
      3,
      'stroke-dasharray="10 9"'
    )
  )
}

function candle(scent, glass, label) {
  return standing(
    DUSK,
    [400, 652, 170],
    faded(0.5, disc(400, 226, 120, "#fff0b8")),
    within(
      "M250 320H550V612Q550 652 510 652H290Q250 652 250 612Z",
      glass,
      box(250, 370, 300, 300, "#f6ecd6", 0, 'opacity="0.92"'),
      oval(400, 370, 150, 28, "#fff8e8"),
      fill(
        "M500 310H560V660H480C520 560 520 420 500 310Z",
        "#1d1a2b",
        'opacity="0.1"'
      ),
      fill("M274 350H292V600H274Z", "#ffffff", 'opacity="0.6"')
    ),
    oval(
      400,
      320,
      150,
      28,
      "none",
      `stroke="${darker(glass, 0.15)}" stroke-width="7"`
    ),
    stroke("M400 372V312", "#3a3234", 8),
    fill(
      "M400 190C436 240 444 270 440 292C434 322 366 322 360 292C356 270 372 250 400 190Z",
      "#f5a63a"
    ),
    fill(
      "M400 250C418 276 420 290 418 300C414 314 386 314 382 300C380 290 388 276 400 250Z",
      "#fff1b5"
    ),
    box(310, 430, 180, 150, label, 6),
    box(320, 440, 160, 130, "none", 4, 'stroke="#f7efe0" stroke-width="3"'),
    words(scent, 400, 502, scent.length > 8 ? 19 : 30, "#f7efe0"),
    words("soy wax · 220 g", 400, 540, 18, "#f7efe0")
  )
}

function vase(glaze) {
  const stem = (bend, tip, colour) =>
    stroke(
      `M400 300C${400 + bend} 240 ${tip - bend / 2} 190 ${tip} 130`,
      colour,
      7
    )
  const leaf = (x, y, turn, colour) =>
    turned(turn, x, y, fill(`M${x} ${y}q28 -26 64 0q-36 26 -64 0`, colour))
  return standing(
    WHEAT,
    [400, 652, 130],
    stem(-20, 350, "#66804f"),
    stem(14, 460, "#66804f"),
    leaf(374, 236, 200, "#7d9960"),
    leaf(420, 220, -20, "#7d9960"),
    leaf(440, 180, -50, "#5f7a49"),
    times(8, (petal) =>
      turned(petal * 45, 348, 126, oval(348, 96, 13, 26, "#f6f0e2"))
    ),
    disc(348, 126, 17, "#e0a13a"),
    times(8, (petal) =>
      turned(petal * 45, 462, 122, oval(462, 98, 10, 21, "#e8a0a0"))
    ),
    disc(462, 122, 13, "#b5493f"),
    within(
      "M366 290H434C430 380 540 430 540 530C540 610 490 652 400 652S260 610 260 530C260 430 370 380 366 290Z",
      glaze,
      fill(
        "M430 290H560V660H430C510 610 520 480 430 380Z",
        "#1d1a2b",
        'opacity="0.14"'
      ),
      times(4, (ring) =>
        stroke(
          `M250 ${470 + ring * 46}Q400 ${500 + ring * 46} 550 ${470 + ring * 46}`,
          darker(glaze, 0.14),
          5
        )
      ),
      fill(
        "M330 460C296 490 290 550 306 590L328 582C316 548 326 500 348 476Z",
        "#ffffff",
        'opacity="0.4"'
      )
    ),
    oval(400, 290, 36, 10, darker(glaze, 0.35))
  )
}

function throwBlanket(colour) {
  const waffle = (x, y, width, height, tone) =>
    within(
      `M${x} ${y}H${x + width}Q${x + width + 26} ${y + height / 2} ${x + width} ${y + height}H${x}Q${x - 26} ${y + height / 2} ${x} ${y}Z`,
      tone,
      times(24, (column) =>
        times(Math.ceil(height / 24), (row) =>
          box(
            x - 20 + column * 24,
            y + 4 + row * 24,
            16,
            16,
            darker(tone, 0.14),
            3
          )
        )
      )
    )
  return standing(
    MIST,
    [400, 646, 290],
    waffle(160, 540, 480, 106, darker(colour, 0.1)),
    waffle(172, 436, 456, 104, colour),
    waffle(164, 332, 470, 104, lighter(colour, 0.14)),
    within(
      "M196 332H430L420 590Q310 610 206 590Z",
      lighter(colour, 0.22),
      times(11, (column) =>
        times(12, (row) =>
          box(196 + column * 24, 336 + row * 24, 16, 16, colour, 3)
        )
      )
    ),
    times(10, (tassel) =>
      stroke(
        `M${214 + tassel * 22} 596v${40 + (tassel % 2) * 8}`,
        darker(colour, 0.12),
        9
      )
    )
  )
}

function rug() {
  const rings = [
    "#c49a5c",
    "#dcb97e",
    "#c49a5c",
    "#a4503c",
    "#dcb97e",
    "#c49a5c",
    "#3f6156",
    "#dcb97e",
    "#c49a5c",
  ]
  return lying(
    MIST,
    rings
      .map((colour, ring) => {
        const radius = 306 - ring * 34
        return (
          disc(400, 400, radius, colour) +
          disc(
            400,
            400,
            radius - 17,
            "none",
            `stroke="${darker(colour, 0.22)}" stroke-width="14" stroke-dasharray="10 9"`
          )
        )
      })
      .join("")
  )
}

function clock(wood) {
  return lying(
    WHEAT,
    disc(400, 400, 284, wood),
    disc(
      400,
      400,
      284,
      "none",
      `stroke="${darker(wood, 0.22)}" stroke-width="8"`
    ),
    times(5, (ring) =>
      disc(
        400,
        400,
        244 + ring * 9,
        "none",
        `stroke="${darker(wood, 0.14)}" stroke-width="2"`
      )
    ),
    disc(400, 400, 234, "#fbf7ee"),
    times(60, (minute) =>
      turned(minute * 6, 400, 400, box(398, 186, 4, 14, "#b9ad99"))
    ),
    times(12, (hour) =>
      turned(hour * 30, 400, 400, box(395, 186, 10, 34, "#3a3a40", 3))
    ),
    words("12", 400, 272, 42, "#3a3a40"),
    words("6", 400, 562, 42, "#3a3a40"),
    words("3", 546, 416, 42, "#3a3a40"),
    words("9", 254, 416, 42, "#3a3a40"),
    turned(-54, 400, 400, box(391, 280, 18, 134, "#3a3a40", 9)),
    turned(54, 400, 400, box(394, 226, 12, 190, "#3a3a40", 6)),
    turned(200, 400, 400, box(397, 220, 5, 220, "#b9573a", 3)),
    disc(400, 400, 17, "#b9573a")
  )
}

export const home = {
  "ceramic-table-lamp-sage": lamp("#93a98c"),
  "ceramic-table-lamp-clay": lamp("#c27a58"),
  "block-print-cushion-indigo": cushion("#34487f"),
  "block-print-cushion-madder": cushion("#a8443a"),
  "soy-wax-candle-cedar": candle("Cedar", "#dfe8e4", "#5a6b52"),
  "soy-wax-candle-jasmine": candle("Jasmine", "#e9e6ef", "#7a6a94"),
  "soy-wax-candle-orange-clove": candle(
    "Orange &amp; clove",
    "#f1e4d6",
    "#b8643a"
  ),
  "bud-vase-moss": vase("#7d8c5c"),
  "bud-vase-blush": vase("#dba99a"),
  "waffle-throw-oat": throwBlanket("#d9c7a3"),
  "waffle-throw-rust": throwBlanket("#b9643f"),
  "braided-jute-rug": rug(),
  "wall-clock-oak": clock("#d3a668"),
  "wall-clock-walnut": clock("#7d5335"),
}
