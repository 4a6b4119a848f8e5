import autocannon from "autocannon"
import { Failure } from "../../scripts/lib/failure.mjs"
import { cpuMilliseconds } from "./usage.mjs"

/** Blocks that a fresh process is loaded for before anything counts. */
const WARM_UP = 24

/**
 * What is loaded: one address of one server, or several in turn.
 * @typedef {object} Target
 * @property {import("./server.mjs").Server} server
 * @property {string} path
 * @property {string[]} [paths] in place of `path`
 * @property {Record<string, string>} headers
 * @typedef {{ requests: number, milliseconds: number, cpuMilliseconds: number }} Block
 */

/** Whichever connection asks gets the next one. @param {string[]} paths */
function inTurn(paths) {
  let sent = 0
  const setupRequest = (request) => ({
    ...request,
    path: paths[sent++ % paths.length],
  })
  return [{ setupRequest }]
}

/**
 * Sends an exact number of requests and waits for each answer, so that the server's processor time
 * belongs to these requests and to no others.
 * @param {Target} target
 * @param {number} requests
 * @param {number} connections
 * @returns {Promise<Block>}
 */
function send({ server, path, paths, headers }, requests, connections) {
  return new Promise((resolve, reject) => {
    const cpuBefore = cpuMilliseconds(server.pid)
    const since = performance.now()
    let answered = 0
    let block
    const options = {
      url: server.url + path,
      headers,
      connections: Math.min(connections, requests),
      amount: requests,
      sampleInt: 100,
      timeout: 60,
      ...(paths && { requests: inTurn(paths) }),
    }
    const instance = autocannon(options, (error, result) => {
      const refused = result?.non2xx + result?.errors
      if (error) reject(error)
      else if (refused > 0 || !block) {
        reject(new Failure(`${refused} of ${requests} failed: ${path}`))
      } else resolve(block)
    })
    // Autocannon itself notices the end only at its next sample.
    instance.on("response", () => {
      answered += 1
      if (answered < requests) return
      block = {
        requests,
        milliseconds: performance.now() - since,
        cpuMilliseconds: cpuMilliseconds(server.pid) - cpuBefore,
      }
    })
  })
}

/**
 * Loads a fresh process until its code is compiled.
 * @param {Target[]} targets
 * @param {import("./options.mjs").Options} options
 */
export async function warmUp(targets, { seconds, connections }) {
  const until = Date.now() + WARM_UP * seconds * 1000
  while (Date.now() < until) {
    for (const target of targets) {
      await send(target, 4 * connections, connections)
    }
  }
}

/** @param {Block[]} blocks */
function sum(blocks) {
  const total = (name) => blocks.reduce((all, block) => all + block[name], 0)
  return {
    rps: (total("requests") / total("milliseconds")) * 1000,
    cpuMs: total("cpuMilliseconds") / total("requests"),
  }
}

/**
 * Two targets to compare.
 * @typedef {{ a: Target, b: Target }} Pair
 * @typedef {{ rps: number, cpuMs: number }} Load
 */

/**
 * Warms both up for this request; both get the same number of requests in a block.
 * @param {Pair} pair
 * @param {import("./options.mjs").Options} options
 * @returns {Promise<number>} how many fill a block
 */
async function sizeBlock({ a, b }, { seconds, connections }) {
  await send(b, 2 * connections, connections)
  const probe = await send(a, 2 * connections, connections)
  const perBlock = (block) =>
    Math.max(
      connections,
      Math.ceil((block.requests / block.milliseconds) * 1000 * seconds)
    )
  const warm = await send(a, perBlock(probe), connections)
  await send(b, warm.requests, connections)
  return perBlock(warm)
}

/** An order that cancels a drift: what slows the machine down for some seconds slows down both. */
const TURNS = { straight: "abbabaab", swapped: "baababba" }

/**
 * Loads the two targets of each pair in turn, never two at once, in short blocks. All pairs share the time: what
 * comes and goes in a process, such as the collection of its garbage, falls on no one pair.
 * @param {{ pairs: Pair[], isSwapped: boolean, repeats?: number, options: import("./options.mjs").Options }} work
 * @returns {Promise<{ a: Load, b: Load }[]>} in the order of the pairs
 */
export async function alternateAll({ pairs, isSwapped, repeats = 1, options }) {
  const loads = []
  for (const pair of pairs) {
    const requests = await sizeBlock(pair, options)
    loads.push({ pair, requests, a: [], b: [] })
  }
  const turns = isSwapped ? TURNS.swapped : TURNS.straight
  for (const side of turns.repeat(repeats)) {
    for (const load of loads) {
      const { pair, requests } = load
      load[side].push(await send(pair[side], requests, options.connections))
    }
  }
  return loads.map(({ a, b }) => ({ a: sum(a), b: sum(b) }))
}

/**
 * The same for one pair.
 * @param {Pair & { isSwapped: boolean, options: import("./options.mjs").Options }} pair
 */
export async function alternate({ a, b, ...how }) {
  const [load] = await alternateAll({ pairs: [{ a, b }], ...how })
  return load
}
