import {
  box,
  darker,
  disc,
  fill,
  lighter,
  lying,
  oval,
  stroke,
  times,
  turned,
  within,
  words,
} from "./shapes.mjs"

const PAPER = "#ece4d6"
const CLOUD = "#d8e3ec"
const PETAL = "#efdcd8"

function notebook(cover) {
  return lying(
    CLOUD,
    turned(
      -6,
      400,
      400,
      box(222, 128, 376, 556, darker(cover, 0.4), 14),
      box(226, 124, 374, 548, "#fbf6ea", 10),
      times(5, (page) => stroke(`M598 ${140 + page}V664`, "#d9cfba", 1)),
      box(210, 114, 372, 552, cover, 14),
      box(210, 114, 46, 552, darker(cover, 0.2), 14),
      box(240, 114, 16, 552, darker(cover, 0.2)),
      box(520, 114, 18, 552, darker(cover, 0.5)),
      box(316, 250, 160, 110, "#f3e6d0", 6),
      box(324, 258, 144, 94, "none", 4, `stroke="${cover}" stroke-width="3"`),
      words("Notes", 396, 318, 36, darker(cover, 0.2)),
      fill("M420 664V736L432 722L444 736V664Z", "#c9573f")
    )
  )
}

function fountainPen() {
  const barrel = "#27345c"
  return lying(
    PAPER,
    stroke("M120 640C200 560 210 690 290 610S420 620 470 570", "#27345c", 7),
    turned(
      -40,
      400,
      400,
      fill("M166 400L262 372V428Z", "#d9b65c"),
      stroke("M172 400H236", "#7f6428", 4),
      disc(240, 400, 6, "#7f6428"),
      fill("M258 366L330 356V444L258 434Z", "#1b2442"),
      box(326, 352, 16, 96, "#d9b65c", 4),
      fill("M342 350H640Q694 356 694 400T640 450H342Z", barrel),
      fill("M342 350H640Q676 354 688 376H342Z", lighter(barrel, 0.22)),
      box(600, 350, 14, 100, "#d9b65c", 3)
    ),
    turned(
      -40,
      400,
      400,
      within(
        "M430 520H640Q690 524 690 566T640 612H430Z",
        barrel,
        fill("M430 520H640Q690 524 690 544H430Z", lighter(barrel, 0.22))
      ),
      box(420, 518, 20, 96, "#d9b65c", 4),
      box(470, 556, 200, 16, "#e6c979", 8),
      disc(474, 564, 14, "#d9b65c")
    )
  )
}

function pencils(count) {
  const woods = [
    "#c9573f",
    "#d9993b",
    "#4f7d5d",
    "#35797c",
    "#34487f",
    "#7a5a86",
  ]
  const pencil = (x, colour) =>
    box(x, 270, 44, 370, colour) +
    box(x, 270, 14, 370, lighter(colour, 0.25)) +
    box(x + 30, 270, 14, 370, darker(colour, 0.22)) +
    fill(
      `M${x} 270L${x + 22} 180L${x + 44} 270Q${x + 33} 256 ${x + 22} 270Q${x + 11} 256 ${x} 270Z`,
      "#e8c796"
    ) +
    fill(`M${x + 14} 212L${x + 22} 180L${x + 30} 212Z`, "#3a3a40") +
    box(x, 628, 44, 26, "#d7b56d") +
    box(x, 650, 44, 30, "#e6a3a0", 8)
  const pitch = 58
  const left = 400 - (count * pitch - 14) / 2
  return lying(
    CLOUD,
    times(count, (index) =>
      pencil(left + index * pitch, woods[index % woods.length])
    ),
    box(left - 22, 420, count * pitch + 30, 110, "#f3e6d0", 6),
    box(left - 22, 420, count * pitch + 30, 12, "#c49a5c"),
    box(left - 22, 518, count * pitch + 30, 12, "#c49a5c"),
    words("HB · 2B · 4B", 400, 486, 32, "#6d4426")
  )
}

function planner() {
  const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  return lying(
    PETAL,
    turned(
      4,
      400,
      400,
      box(120, 190, 570, 440, "#d9cfba", 8),
      box(112, 180, 570, 440, "#fbf7ee", 8),
      box(112, 180, 570, 78, "#c9573f", 8),
      box(112, 230, 570, 28, "#c9573f"),
      words("This week", 397, 234, 38, "#fbf7ee"),
      times(17, (ring) => disc(140 + ring * 32, 186, 7, "#8a8078")),
      days
        .map((day, at) => {
          const x = 136 + (at % 4) * 134
          const y = 280 + Math.floor(at / 4) * 168
          return (
            box(x, y, 122, 152, "#f3ece0", 6) +
            words(day, x + 34, y + 28, 20, "#8d4132") +
            times(4, (row) =>
              stroke(`M${x + 12} ${y + 56 + row * 26}H${x + 110}`, "#d9cfba", 3)
            )
          )
        })
        .join(""),
      box(538, 448, 122, 152, "#f6dfae", 6),
      words("Notes", 586, 476, 20, "#8d4132"),
      stroke("M148 334l10 12l22 -26", "#4f7d5d", 6),
      stroke("M282 334h70M282 360h54M416 334h80", "#5a6f9c", 5)
    )
  )
}

function cards(design) {
  const motifs = {
    leaves: (x, y) =>
      stroke(`M${x} ${y + 110}V${y - 90}`, "#4f7d5d", 6) +
      times(
        4,
        (pair) =>
          fill(
            `M${x} ${y + 70 - pair * 44}q50 -6 70 -50q-58 -2 -70 50`,
            "#6f9a72"
          ) +
          fill(
            `M${x} ${y + 70 - pair * 44}q-50 -6 -70 -50q58 -2 70 50`,
            "#4f7d5d"
          )
      ),
    sun: (x, y) =>
      times(16, (ray) =>
        turned(
          ray * 22.5,
          x,
          y,
          stroke(`M${x} ${y - 74}V${y - 108}`, "#d9993b", 9)
        )
      ) +
      disc(x, y, 56, "#e5b04a") +
      stroke(`M${x - 100} ${y + 120}q25 -22 50 0t50 0t50 0t50 0`, "#3f7f95", 7),
  }
  const card = (x, y) =>
    box(x, y, 270, 370, "#fdfaf3", 6) +
    box(
      x + 16,
      y + 16,
      238,
      338,
      "none",
      4,
      'stroke="#e4d8c2" stroke-width="4"'
    ) +
    motifs[design](x + 135, y + 176)
  return lying(
    PETAL,
    turned(
      10,
      480,
      480,
      box(290, 400, 400, 270, "#c9a27b", 6),
      fill("M290 400L490 560L690 400Z", "#b78d63"),
      stroke("M290 404L490 560L690 404", "#9c7650", 4)
    ),
    turned(-10, 280, 330, card(150, 130)),
    turned(6, 440, 340, card(340, 150))
  )
}

function scissors() {
  const brass = "#cfa349"
  const half = (lean, edge, blade, tone) =>
    turned(
      lean,
      400,
      420,
      fill(
        `M${400 + edge * 20} 70C${400 - edge * 22} 230 ${400 - edge * 26} 350 ${400 - edge * 18} 480H${400 + edge * 18}C${400 + edge * 26} 350 ${400 + edge * 26} 200 ${400 + edge * 20} 70Z`,
        blade
      ),
      stroke(
        `M400 466C${400 - edge * 6} 510 ${400 - edge * 4} 530 ${400 - edge * 4} 560`,
        tone,
        30
      ),
      oval(
        400 - edge * 12,
        632,
        58,
        80,
        "none",
        `stroke="${tone}" stroke-width="26"`
      )
    )
  return lying(
    PAPER,
    half(19, 1, "#d8c07e", darker(brass, 0.1)),
    half(-19, -1, "#e9d59b", brass),
    disc(400, 420, 19, "#8a6a2a"),
    stroke("M391 420H409", "#e9d59b", 4)
  )
}

export const stationery = {
  "hardcover-notebook-forest": notebook("#35604c"),
  "hardcover-notebook-plum": notebook("#6e3f63"),
  "fountain-pen-midnight": fountainPen(),
  "graphite-pencil-set": pencils(6),
  "desk-planner-pad": planner(),
  "letterpress-cards-leaves": cards("leaves"),
  "letterpress-cards-sun": cards("sun"),
  "brass-scissors": scissors(),
}
