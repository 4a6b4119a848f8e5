import {
  box,
  darker,
  disc,
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

const OAT = "#eee2cf"
const PISTACHIO = "#dde6d0"
const APRICOT = "#f3dcc7"

const bean = (x, y, turn) =>
  turned(
    turn,
    x,
    y,
    oval(x, y, 26, 18, "#5b3622") +
      stroke(`M${x - 22} ${y}q22 12 44 0`, "#3a2116", 4)
  )

function coffee() {
  return standing(
    OAT,
    [400, 652, 200],
    within(
      "M250 190H550L570 640Q570 652 556 652H244Q230 652 230 640Z",
      "#7b3f2c",
      fill("M250 190L290 240L268 652H220Z", "#1d1a2b", 'opacity="0.18"'),
      fill("M550 190L510 240L532 652H590Z", "#1d1a2b", 'opacity="0.25"')
    ),
    box(246, 150, 308, 56, "#5d2e20", 6),
    stroke("M256 196H544", "#c98a4a", 4, 'stroke-dasharray="10 8"'),
    disc(400, 250, 12, "#5d2e20"),
    box(290, 300, 220, 250, "#f5ead6", 8),
    words(
      "KENYA",
      400,
      350,
      38,
      "#7b3f2c",
      'font-weight="bold" letter-spacing="4"'
    ),
    words("AA", 400, 440, 84, "#b9573a", 'font-weight="bold"'),
    stroke("M320 464H480", "#c98a4a", 3),
    words("Nyeri · washed", 400, 496, 22, "#7b3f2c"),
    words("blackcurrant, caramel", 400, 526, 18, "#7b3f2c"),
    bean(250, 668, 20),
    bean(300, 690, -30),
    bean(524, 690, 40),
    bean(580, 672, -12),
    bean(420, 700, 8)
  )
}

function chai() {
  return standing(
    PISTACHIO,
    [400, 652, 190],
    within(
      "M240 250H560V612Q560 652 400 652T240 612Z",
      "#2f6a5c",
      fill(
        "M500 240H570V660H480C520 540 520 400 500 240Z",
        "#1d1a2b",
        'opacity="0.18"'
      ),
      box(240, 340, 320, 220, "#f3e0b4"),
      box(240, 350, 320, 6, "#b8643a"),
      box(240, 544, 320, 6, "#b8643a")
    ),
    oval(400, 250, 160, 40, "#3f8270"),
    fill("M240 210V250C240 300 560 300 560 250V210Z", "#24574b"),
    oval(400, 210, 160, 40, "#4b9280"),
    oval(400, 206, 120, 27, "#3f8270"),
    words("masala chai", 400, 412, 44, "#2f6a5c", 'font-style="italic"'),
    words("Assam tea, ginger, cardamom", 400, 446, 19, "#7b3f2c"),
    turned(
      20,
      340,
      500,
      fill("M300 500q40 -40 84 0q-44 40 -84 0", "#7d9960") +
        stroke("M306 500H378", "#5f7a49", 3)
    ),
    times(8, (point) =>
      turned(point * 45, 466, 500, oval(466, 480, 6, 20, "#8a5a36"))
    ),
    disc(466, 500, 8, "#b8643a")
  )
}

function honey() {
  const jar =
    "M250 270H550Q586 290 586 340V600Q586 652 534 652H266Q214 652 214 600V340Q214 290 250 270Z"
  return standing(
    PISTACHIO,
    [400, 652, 220],
    within(
      jar,
      "#f0a92e",
      oval(400, 320, 190, 26, "#f8cc6c"),
      box(214, 270, 372, 50, "#fbe7b4"),
      fill(
        "M520 260H600V660H480C540 560 548 400 520 260Z",
        "#a3600f",
        'opacity="0.35"'
      ),
      fill("M240 340H262V600H240Z", "#ffffff", 'opacity="0.55"')
    ),
    box(244, 190, 312, 84, "#d9cfba", 12),
    box(244, 240, 312, 34, "#c4b89f", 8),
    times(15, (ridge) => box(256 + ridge * 20, 198, 4, 36, "#c4b89f")),
    fill("M400 350L528 416V546L400 612L272 546V416Z", "#fbf3df"),
    fill(
      "M400 366L514 425V537L400 596L286 537V425Z",
      "none",
      'stroke="#c9861d" stroke-width="4"'
    ),
    words(
      "HONEY",
      400,
      470,
      38,
      "#8a5712",
      'font-weight="bold" letter-spacing="3"'
    ),
    words("wildflower", 400, 502, 24, "#8a5712", 'font-style="italic"'),
    oval(400, 542, 22, 15, "#e5a72e"),
    stroke("M394 530v24M406 530v24", "#4b2e20", 5),
    oval(390, 524, 14, 8, "#ffffff", 'stroke="#c9861d" stroke-width="2"'),
    oval(412, 524, 14, 8, "#ffffff", 'stroke="#c9861d" stroke-width="2"')
  )
}

function chocolate() {
  const square = (x, y) =>
    box(x, y, 86, 72, "#4a2a1d", 6) +
    fill(
      `M${x + 8} ${y + 8}H${x + 78}L${x + 68} ${y + 18}H${x + 18}V${y + 54}L${x + 8} ${y + 64}Z`,
      "#6b4130"
    ) +
    box(x + 18, y + 18, 50, 36, "#573224", 3)
  return lying(
    APRICOT,
    turned(
      -14,
      400,
      400,
      box(224, 96, 352, 330, "#3c2117", 8),
      times(4, (row) =>
        times(3, (column) =>
          row === 0 && column === 2
            ? ""
            : square(246 + column * 104, 108 + row * 84)
        )
      ),
      box(472, 90, 110, 96, lighter(APRICOT, 0.2)),
      fill(
        "M212 340L240 316L270 344L300 314L330 344L362 314L394 344L426 314L458 344L490 314L522 344L552 316L588 340V420H212Z",
        "#e3d9c6"
      ),
      box(208, 390, 384, 300, "#7d2f3a", 6),
      box(208, 390, 384, 26, "#c9a24d"),
      words("DARK", 400, 512, 54, "#f5e6cf", 'letter-spacing="8"'),
      words("72 %", 400, 588, 64, "#e2bd68", 'font-weight="bold"'),
      words("single origin · 80 g", 400, 640, 24, "#f5e6cf")
    )
  )
}

function chutney(heat, flame) {
  const jar =
    "M270 280H530Q556 300 556 340V616Q556 652 520 652H280Q244 652 244 616V340Q244 300 270 280Z"
  return standing(
    APRICOT,
    [400, 652, 190],
    within(
      jar,
      "#e08a2c",
      speckles(40, [254, 330, 546, 640], "#b55c1c", 9),
      speckles(24, [254, 330, 546, 640], "#f4b95c", 10),
      box(244, 280, 312, 34, "#f6dfb8"),
      fill("M264 330H284V620H264Z", "#ffffff", 'opacity="0.5"')
    ),
    within(
      "M220 270C250 196 290 176 400 176S550 196 580 270C540 290 520 262 490 284C460 300 430 268 400 286C370 300 340 268 310 284C280 296 260 270 220 270Z",
      flame,
      times(8, (stripe) =>
        times(6, (row) =>
          disc(230 + stripe * 50 + (row % 2) * 25, 184 + row * 20, 6, "#fbeedd")
        )
      )
    ),
    stroke("M262 262C330 288 470 288 538 262", "#d9c08a", 9),
    box(290, 372, 220, 200, "#fbf3e2", 10),
    words("Mango", 400, 424, 40, "#8a4a12", 'font-style="italic"'),
    words("chutney", 400, 462, 32, "#8a4a12", 'font-style="italic"'),
    fill(
      "M352 520C352 486 400 480 430 500C452 514 448 548 416 552C382 556 352 548 352 520Z",
      "#f2b134"
    ),
    fill("M420 496q10 -22 34 -18q-6 22 -34 18", "#4f7d5d"),
    words(heat, 400, 606, 26, "#fbf3e2")
  )
}

function spiceBox() {
  const spices = [
    "#d9a521",
    "#b5391f",
    "#8a5a2f",
    "#5f7a3c",
    "#c9772e",
    "#3d2a22",
  ]
  const cup = (x, y, colour) =>
    disc(x, y, 80, "#aab2b8") +
    disc(x, y, 70, colour) +
    speckles(26, [x - 44, y - 44, x + 44, y + 44], lighter(colour, 0.28), 4) +
    disc(x, y, 76, "none", 'stroke="#e3e8eb" stroke-width="6"')
  const around = (index) => {
    const angle = (index * Math.PI) / 3 - Math.PI / 2
    return [
      Math.round(400 + 172 * Math.cos(angle)),
      Math.round(400 + 172 * Math.sin(angle)),
    ]
  }
  return lying(
    OAT,
    disc(400, 400, 296, "#c3cace"),
    disc(400, 400, 296, "none", 'stroke="#e9edef" stroke-width="8"'),
    disc(400, 400, 272, "#8f999f"),
    spices.map((colour, index) => cup(...around(index), colour)).join(""),
    cup(400, 400, "#e7d7b5"),
    turned(
      -35,
      500,
      500,
      box(470, 396, 16, 190, "#e9edef", 8),
      oval(478, 392, 26, 36, "#dfe4e7"),
      oval(478, 392, 18, 26, "#b9c1c6")
    )
  )
}

function macadamias(flavour, tone) {
  const nut = (x, y) =>
    disc(x, y, 30, "#e9cf9f") +
    fill(
      `M${x - 20} ${y - 6}a22 22 0 0 1 30 -14l-6 10a14 14 0 0 0 -16 10Z`,
      "#fff6e0"
    ) +
    stroke(`M${x - 8} ${y + 18}q12 6 22 -6`, "#c9a566", 4)
  return standing(
    PISTACHIO,
    [400, 652, 200],
    within(
      "M256 176H544L566 580Q580 652 540 652H260Q220 652 234 580Z",
      tone,
      fill(
        "M500 170H600V660H470C530 560 520 330 500 170Z",
        "#1d1a2b",
        'opacity="0.14"'
      ),
      box(220, 196, 360, 8, darker(tone, 0.3)),
      fill("M270 230L290 620H272L256 230Z", "#ffffff", 'opacity="0.25"')
    ),
    box(256, 160, 288, 30, darker(tone, 0.22), 5),
    disc(400, 180, 9, lighter(PISTACHIO, 0.3)),
    words("MACADAMIA", 400, 286, 40, "#fdf7e8", 'letter-spacing="2"'),
    words(flavour, 400, 326, 28, "#fdf7e8", 'font-style="italic"'),
    disc(400, 460, 108, "#fdf7e8"),
    nut(360, 440),
    nut(426, 420),
    nut(446, 486),
    nut(384, 506),
    words("roasted in Murang’a", 400, 616, 22, "#fdf7e8")
  )
}

export const pantry = {
  "kenya-aa-coffee": coffee(),
  "masala-chai": chai(),
  "wildflower-honey": honey(),
  "dark-chocolate-72": chocolate(),
  "mango-chutney-mild": chutney("mild", "#5f8a5a"),
  "mango-chutney-hot": chutney("hot", "#b8392f"),
  "masala-dabba": spiceBox(),
  "roasted-macadamias-sea-salt": macadamias("sea salt", "#3f7f95"),
  "roasted-macadamias-chilli-lime": macadamias("chilli &amp; lime", "#7d9140"),
}
