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
} from "./shapes.mjs"

const CREAM = "#f3e6d0"
const MINT = "#d5e6dc"
const SKY = "#d6e4ee"

function mug(glaze) {
  const cup = "M248 270L266 566Q270 612 316 612H464Q510 612 514 566L532 270Z"
  return standing(
    CREAM,
    [420, 612, 190],
    stroke("M520 342C646 322 646 528 508 522", darker(glaze, 0.12), 38),
    within(
      cup,
      glaze,
      box(220, 540, 340, 90, "#c9a27b"),
      stroke("M240 540Q390 556 540 538", darker(glaze, 0.25), 6),
      speckles(46, [250, 320, 530, 530], darker(glaze, 0.35), 2.6),
      box(440, 250, 100, 380, darker(glaze, 0.4), 0, 'opacity="0.14"'),
      fill("M282 320L296 520L318 520L306 320Z", "#ffffff", 'opacity="0.35"')
    ),
    oval(390, 270, 142, 34, lighter(glaze, 0.3)),
    oval(390, 274, 124, 26, "#4b2e20"),
    oval(372, 270, 60, 10, "#7a4d33"),
    faded(
      0.6,
      stroke("M350 220C330 190 370 170 350 130", "#ffffff", 10),
      stroke("M420 220C400 185 440 165 420 120", "#ffffff", 10)
    )
  )
}

function teapot() {
  const pot =
    "M230 470C230 350 300 300 400 300S570 350 570 470C570 560 520 612 400 612S230 560 230 470Z"
  return standing(
    MINT,
    [400, 612, 210],
    stroke("M566 400C690 370 690 560 548 545", "#9fc4c6", 24),
    fill(
      "M244 420C190 400 180 350 138 318L164 296C220 320 230 360 262 380L252 520Z",
      "#b9d8d8"
    ),
    within(
      pot,
      "#d9ecec",
      box(200, 420, 400, 220, "#d9902f", 0, 'opacity="0.9"'),
      oval(400, 420, 172, 22, "#edb25a"),
      box(345, 300, 110, 210, "#aebcc0", 14),
      times(5, (row) =>
        times(4, (column) =>
          disc(364 + column * 24, 400 + row * 24, 4, "#73868b")
        )
      ),
      fill(
        "M262 430C262 380 290 345 330 330L340 352C310 370 292 395 290 440Z",
        "#ffffff",
        'opacity="0.7"'
      )
    ),
    stroke(pot, "#9fc4c6", 6),
    oval(400, 306, 92, 18, "#7d5a3c"),
    fill("M318 300Q400 240 482 300Z", "#a97a52"),
    disc(400, 252, 22, "#7d5a3c")
  )
}

function bowl(glaze) {
  const side = "M160 370C170 520 270 606 400 606S630 520 640 370Z"
  return standing(
    SKY,
    [400, 612, 170],
    box(320, 590, 160, 26, darker(glaze, 0.3), 10),
    within(
      side,
      glaze,
      times(5, (ring) =>
        stroke(
          `M140 ${424 + ring * 36}Q400 ${470 + ring * 36} 660 ${424 + ring * 36}`,
          darker(glaze, 0.2),
          8
        )
      ),
      fill(
        "M500 360H660V620H430C520 560 560 460 560 360Z",
        "#1d1a2b",
        'opacity="0.12"'
      ),
      fill(
        "M200 400C210 470 240 520 280 550L300 536C262 500 240 460 232 400Z",
        "#ffffff",
        'opacity="0.35"'
      )
    ),
    oval(400, 370, 240, 62, lighter(glaze, 0.35)),
    oval(400, 376, 216, 50, darker(glaze, 0.25)),
    oval(400, 392, 180, 32, darker(glaze, 0.1))
  )
}

function cuttingBoard() {
  const board =
    "M220 250Q220 210 260 210H350L372 120Q378 96 400 96T428 120L450 210H540Q580 210 580 250V650Q580 690 540 690H260Q220 690 220 650Z"
  const grain = (x, bend) =>
    stroke(
      `M${x} 210C${x + bend} 360 ${x - bend} 500 ${x + bend} 700`,
      "#8f5a2f",
      5,
      'opacity="0.6"'
    )
  return lying(
    MINT,
    within(
      board,
      "#b97a45",
      box(300, 90, 110, 620, "#c98c55"),
      box(490, 90, 110, 620, "#a86b39"),
      grain(250, 14),
      grain(280, -10),
      grain(340, 18),
      grain(386, -12),
      grain(440, 10),
      grain(470, -16),
      grain(530, 12),
      grain(560, -8),
      oval(345, 470, 20, 44, "#8f5a2f", 'opacity="0.5"')
    ),
    stroke(board, "#8a5429", 5),
    disc(400, 146, 17, darker(MINT, 0.15))
  )
}

function knife(handle) {
  return lying(
    SKY,
    turned(
      -45,
      400,
      400,
      within(
        "M70 372H500V472C330 480 170 460 70 378Z",
        "#c9d2d9",
        fill(
          "M60 378C170 460 330 478 500 470V440C330 446 190 420 60 372Z",
          "#eef2f5"
        ),
        stroke("M110 386H490", "#aab6bf", 4)
      ),
      box(494, 366, 26, 84, "#8b969e", 6),
      fill(
        "M518 370H720Q752 370 752 402Q752 446 716 446Q640 436 600 440T518 444Z",
        handle
      ),
      fill("M518 370H720Q742 370 750 390H518Z", lighter(handle, 0.25)),
      times(3, (rivet) => disc(562 + rivet * 66, 410, 10, "#d9c48f"))
    )
  )
}

function skillet() {
  const iron = "#34373c"
  return lying(
    CREAM,
    turned(
      40,
      400,
      400,
      fill("M560 366L740 374Q780 380 780 400T740 426L560 434Z", iron),
      oval(746, 400, 16, 9, lighter(CREAM, 0.35)),
      fill("M170 366L120 372V428L170 434Z", iron)
    ),
    disc(352, 360, 226, iron),
    disc(
      352,
      360,
      226,
      "none",
      `stroke="${lighter(iron, 0.18)}" stroke-width="6"`
    ),
    disc(352, 360, 186, darker(iron, 0.45)),
    disc(352, 360, 178, "#2a2c31"),
    fill(
      "M214 330A146 146 0 0 1 350 212L352 236A124 124 0 0 0 238 336Z",
      "#ffffff",
      'opacity="0.16"'
    ),
    fill(
      "M290 330C300 280 380 270 410 320S440 430 370 436S272 390 290 330Z",
      "#fbf7ec"
    ),
    disc(360, 356, 42, "#f2b134"),
    disc(348, 344, 12, "#ffd778")
  )
}

function teaTowels(colour) {
  const towel = (x, y, tone) =>
    within(
      `M${x} ${y}H${x + 330}V${y + 430}H${x}Z`,
      tone,
      times(3, (stripe) => box(x + 34 + stripe * 26, y, 12, 430, colour)),
      times(3, (stripe) => box(x + 230 + stripe * 26, y, 12, 430, colour)),
      box(x, y + 372, 330, 16, colour),
      box(x, y + 400, 330, 8, colour),
      times(26, (thread) =>
        box(x, y + 8 + thread * 17, 330, 2, "#bfae93", 0, 'opacity="0.35"')
      )
    )
  return lying(
    MINT,
    turned(8, 440, 380, towel(290, 150, "#efe4d2")),
    turned(
      -7,
      340,
      430,
      towel(170, 210, "#faf4e8"),
      stroke("M335 212v-34q0-14 14-14", "#c9b79a", 8)
    )
  )
}

export const kitchen = {
  "stoneware-mug-ochre": mug("#d9993b"),
  "stoneware-mug-sea-blue": mug("#3f7f95"),
  "stoneware-mug-chalk": mug("#ece7dc"),
  "glass-teapot": teapot(),
  "ripple-serving-bowl-terracotta": bowl("#c9694a"),
  "ripple-serving-bowl-indigo": bowl("#3d4f8a"),
  "acacia-cutting-board": cuttingBoard(),
  "chefs-knife-walnut": knife("#7a4a2b"),
  "chefs-knife-black": knife("#2d2f34"),
  "cast-iron-skillet": skillet(),
  "linen-tea-towels-blue": teaTowels("#3d6c9e"),
  "linen-tea-towels-red": teaTowels("#b8483f"),
}
