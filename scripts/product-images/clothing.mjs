import {
  box,
  darker,
  disc,
  fill,
  lighter,
  lying,
  moved,
  stroke,
  times,
  turned,
  within,
} from "./shapes.mjs"

const POWDER = "#d9e2ea"
const SHELL = "#f1e1d3"
const LEAF = "#dbe5d3"

const SHIRT_BODY =
  "M300 170Q400 214 500 170L580 196L700 340L612 420L572 372V660Q572 680 552 680H248Q228 680 228 660V372L188 420L100 340L220 196Z"

function tee(cloth) {
  return lying(
    POWDER,
    within(
      SHIRT_BODY,
      cloth,
      stroke(
        "M228 372C240 330 238 290 232 250M572 372C560 330 562 290 568 250",
        darker(cloth, 0.18),
        6
      ),
      stroke("M100 326L196 436M700 326L604 436", darker(cloth, 0.14), 5),
      stroke("M220 656H580", darker(cloth, 0.14), 4),
      fill(
        "M520 180C480 300 520 520 490 690H600V380L720 340L580 180Z",
        darker(cloth, 0.3),
        'opacity="0.12"'
      )
    ),
    stroke("M300 170Q400 262 500 170", darker(cloth, 0.16), 18),
    stroke("M314 176Q400 226 486 176", darker(cloth, 0.4), 5)
  )
}

function hoodie(cloth) {
  const body =
    "M286 196Q400 170 514 196L590 226Q640 250 660 330L716 600L636 622L574 430V640H226V430L164 622L84 600L140 330Q160 250 210 226Z"
  return lying(
    LEAF,
    within(
      body,
      cloth,
      stroke(
        "M226 440C236 380 232 330 226 290M574 440C564 380 568 330 574 290",
        darker(cloth, 0.22),
        7
      )
    ),
    box(222, 632, 356, 52, darker(cloth, 0.16), 10),
    turned(-16, 124, 610, box(82, 596, 84, 44, darker(cloth, 0.16), 8)),
    turned(16, 676, 610, box(634, 596, 84, 44, darker(cloth, 0.16), 8)),
    fill(
      "M286 210C270 110 330 76 400 76S530 110 514 210C500 270 440 300 400 300S300 270 286 210Z",
      lighter(cloth, 0.08)
    ),
    fill(
      "M316 206C306 140 350 116 400 116S494 140 484 206C472 250 430 268 400 268S328 250 316 206Z",
      darker(cloth, 0.42)
    ),
    stroke("M366 276V390M434 276V370", "#f4efe6", 8),
    fill("M288 470H512L548 600H252Z", darker(cloth, 0.12)),
    stroke("M288 470L252 600M512 470L548 600", darker(cloth, 0.36), 6)
  )
}

function linenShirt(cloth) {
  return lying(
    SHELL,
    within(
      "M310 160H490L586 196L716 500L636 540L572 400V670Q486 700 400 684T228 670V400L164 540L84 500L214 196Z",
      cloth,
      times(24, (thread) =>
        box(
          80,
          180 + thread * 22,
          640,
          2,
          darker(cloth, 0.2),
          0,
          'opacity="0.35"'
        )
      ),
      stroke(
        "M228 410C238 350 236 300 226 260M572 410C562 350 564 300 574 260",
        darker(cloth, 0.24),
        6
      ),
      stroke("M84 480L170 526M716 480L630 526", darker(cloth, 0.2), 6)
    ),
    box(380, 210, 40, 474, lighter(cloth, 0.2)),
    stroke("M380 214V684M420 214V684", darker(cloth, 0.2), 3),
    times(6, (button) =>
      disc(
        400,
        280 + button * 70,
        9,
        "#fffaf0",
        'stroke="#9a8a70" stroke-width="3"'
      )
    ),
    fill("M310 152L400 214L340 270L282 176Z", lighter(cloth, 0.32)),
    fill("M490 152L400 214L460 270L518 176Z", lighter(cloth, 0.32)),
    stroke(
      "M310 152L400 214L340 270M490 152L400 214L460 270",
      darker(cloth, 0.28),
      4
    ),
    box(
      464,
      340,
      80,
      92,
      lighter(cloth, 0.12),
      6,
      `stroke="${darker(cloth, 0.28)}" stroke-width="4"`
    )
  )
}

function beanie(wool) {
  const dome = "M190 540C180 330 270 190 400 190S620 330 610 540Z"
  return lying(
    POWDER,
    disc(400, 176, 58, lighter(wool, 0.25)),
    times(14, (tuft) =>
      turned(
        tuft * 25.7,
        400,
        176,
        stroke("M400 176V126", lighter(wool, 0.45), 9)
      )
    ),
    within(
      dome,
      wool,
      times(9, (rib) =>
        stroke(
          `M${400 + (rib - 4) * 16} 186Q${400 + (rib - 4) * 62} 330 ${400 + (rib - 4) * 52} 560`,
          darker(wool, 0.2),
          9
        )
      )
    ),
    within(
      "M170 520Q170 490 200 490H600Q630 490 630 520V604Q630 634 600 634H200Q170 634 170 604Z",
      lighter(wool, 0.12),
      times(17, (rib) => box(184 + rib * 27, 484, 9, 160, darker(wool, 0.14)))
    ),
    box(540, 540, 54, 44, "#5b3d2a", 5)
  )
}

function cap(cloth) {
  return lying(
    SHELL,
    fill(
      "M420 500C560 470 700 490 734 560C740 590 700 590 660 578C580 556 500 556 400 566Z",
      darker(cloth, 0.32)
    ),
    within(
      "M140 540C130 340 240 230 400 230S640 330 640 520C560 490 470 500 400 560C300 570 210 566 140 540Z",
      cloth,
      stroke("M400 230C320 320 300 440 310 570", darker(cloth, 0.3), 5),
      stroke("M400 230C500 300 540 400 540 500", darker(cloth, 0.3), 5),
      fill(
        "M140 540C130 340 240 230 400 230C270 290 220 400 230 570Z",
        "#1d1a2b",
        'opacity="0.14"'
      )
    ),
    fill(
      "M400 560C470 500 560 490 640 520C700 520 734 545 734 560C660 530 520 530 400 580Z",
      lighter(cloth, 0.12)
    ),
    disc(400, 230, 16, darker(cloth, 0.35)),
    disc(262, 360, 8, darker(cloth, 0.45)),
    disc(470, 330, 8, darker(cloth, 0.45)),
    turned(
      -8,
      452,
      430,
      box(416, 408, 72, 44, "#f3e6d0", 6),
      stroke("M430 438l14 -18l12 12l8 -8l12 14", darker(cloth, 0.2), 5)
    )
  )
}

function socks() {
  const wool = "#7b8471"
  const band = "#c86b3c"
  const sock = within(
    "M250 150H370V430C370 470 390 486 430 510L540 570Q586 600 560 646Q540 676 490 664L310 600Q250 576 250 500Z",
    wool,
    times(9, (rib) => box(256 + rib * 13, 150, 5, 74, darker(wool, 0.25))),
    box(240, 250, 140, 20, band),
    box(240, 284, 140, 10, "#f1e1d3"),
    fill("M250 480C300 470 350 500 340 560L300 620L230 590Z", band),
    fill("M500 540L600 590L560 680L460 660C450 610 470 570 500 540Z", band)
  )
  return lying(LEAF, moved(110, -60, sock), moved(-50, 50, sock))
}

function scarf(ground, stripe, accent) {
  const tail = (lean, length) => {
    const stripes = [0, 1, 2, 3, 4]
      .map((at) =>
        box(330 + at * 32, 90, at % 2 ? 8 : 14, 600, at === 2 ? accent : stripe)
      )
      .join("")
    const cloth = `M320 180Q320 110 400 110T480 180V${length}H320Z`
    const bands =
      box(320, length - 70, 160, 16, accent) +
      box(320, length - 42, 160, 8, accent)
    const fringe = times(10, (at) =>
      stroke(`M${328 + at * 16} ${length}v50`, at % 2 ? stripe : ground, 7)
    )
    return turned(lean, 400, 150, fringe, within(cloth, ground, stripes, bands))
  }
  return lying(
    SHELL,
    tail(11, 600),
    tail(-9, 660),
    fill(
      "M316 176Q316 96 400 96T484 176Q470 206 400 206T316 176Z",
      darker(ground, 0.12)
    ),
    stroke(
      "M332 170Q340 120 400 118T468 170M352 186Q360 146 400 144T448 186",
      stripe,
      8
    ),
    disc(400, 150, 30, "#8a5a36"),
    disc(394, 144, 20, "#a97a52")
  )
}

export const clothing = {
  "organic-cotton-t-shirt-white": tee("#f7f5f0"),
  "organic-cotton-t-shirt-indigo": tee("#3a4a80"),
  "organic-cotton-t-shirt-coral": tee("#e2735d"),
  "brushed-fleece-hoodie-grey": hoodie("#9aa0a6"),
  "brushed-fleece-hoodie-forest": hoodie("#35604c"),
  "linen-shirt-sky": linenShirt("#a9c8dc"),
  "linen-shirt-sand": linenShirt("#d8bf95"),
  "ribbed-beanie-mustard": beanie("#d19b34"),
  "ribbed-beanie-charcoal": beanie("#4b4d54"),
  "six-panel-cap-navy": cap("#2f4068"),
  "six-panel-cap-brick": cap("#a8503c"),
  "merino-hiking-socks": socks(),
  "kikoy-scarf-sunset": scarf("#e58b4a", "#b23a48", "#f6d365"),
  "kikoy-scarf-ocean": scarf("#3f8fa6", "#1f4e79", "#d9f0ee"),
}
