import autocannon from "autocannon"
import { Failure } from "../../scripts/lib/failure.mjs"
import { cpuMilliseconds } from "./usage.mjs"

/**
 * What is loaded: one address of one server.
 * @typedef {{ server: import("./server.mjs").Server, path: string, headers: Record<string, string> }} Target
 * @typedef {{ requests: number, milliseconds: number, cpuMilliseconds: number }} Block
 */

/**
 * Sends an exact number of requests and waits for each answer, so that the server's processor time
 * belongs to these requests and to no others.
 * @param {Target} target
 * @param {number} requests
 * @param {number} connections
 * @returns {Promise<Block>}
 */
function send({ server, path, headers }, requests, connections) {
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

/** @param {Block[]} blocks */
function sum(blocks) {
  const total = (name) => blocks.reduce((all, block) => all + block[name], 0)
  return {
    rps: (total("requests") / total("milliseconds")) * 1000,
    cpuMs: total("cpuMilliseconds") / total("requests"),
  }
}

/**
 * Loads two targets in turn, A B B A (or B A A B when swapped), never both at once, after a warm-up of each that
 * also tells how many requests fill a block. Both get the same number.
 * @param {{ a: Target, b: Target, isSwapped: boolean, options: import("./options.mjs").Options }} pair
 */
export async function alternate({ a, b, isSwapped, options }) {
  const { seconds, connections } = options
  await send(b, 2 * connections, connections)
  const probe = await send(a, 2 * connections, connections)
  const perBlock = (block) =>
    Math.max(
      connections,
      Math.ceil((block.requests / block.milliseconds) * 1000 * seconds)
    )
  const warm = await send(a, perBlock(probe), connections)
  await send(b, warm.requests, connections)
  const requests = perBlock(warm)
  const blocks = { a: [], b: [] }
  for (const side of isSwapped ? "baab" : "abba") {
    const target = side === "a" ? a : b
    blocks[side].push(await send(target, requests, connections))
  }
  return { a: sum(blocks.a), b: sum(blocks.b) }
}
