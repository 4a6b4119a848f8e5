import { atLeast, atMost } from "../lib/goals.mjs"
import { compare, medianOf } from "../lib/statistics.mjs"

/**
 * @param {string} name
 * @param {{ on: object, off: object, statements: object }[]} rounds
 * @param {{ on: number, off: number }} calls of JavaScript functions, per request
 */
export function summarizeRoute(name, rounds, calls) {
  return {
    name,
    rps: compare(rounds, "on", "off", (each, side) => each[side].rps),
    cpuMsPerRequest: compare(
      rounds,
      "on",
      "off",
      (each, side) => each[side].cpuMs
    ),
    statementsPerRequest: {
      // A round may meet the queue's sweep of each minute, which is not the request's.
      on: medianOf(rounds, ({ statements }) => statements.on),
      off: medianOf(rounds, ({ statements }) => statements.off),
    },
    callsPerRequest: { ...calls, ratio: calls.on / calls.off },
  }
}

/** @param {{ on: object, off: object }[]} rounds */
export function summarizeProcesses(rounds) {
  const measures = {
    bootSeconds: "seconds",
    bootCpuSeconds: "cpuSeconds",
    megabytesAfterBoot: "megabytes",
    megabytesAfterLoad: "loadedMegabytes",
  }
  const summaries = Object.entries(measures).map(([name, key]) => [
    name,
    compare(rounds, "on", "off", (each, side) => each[side][key]),
  ])
  return Object.fromEntries(summaries)
}

/** @param {ReturnType<typeof summarizeRoute>} route */
export const goalsOf = ({ name, rps, cpuMsPerRequest, ...counted }) => [
  atLeast(`${name}: requests per second, on/off`, rps.ratio, 0.95),
  atMost(`${name}: CPU per request, on/off`, cpuMsPerRequest.ratio, 1.05),
  atMost(
    `${name}: SQL statements on, against off`,
    counted.statementsPerRequest.on,
    counted.statementsPerRequest.off
  ),
  atMost(
    `${name}: function calls per request, on/off`,
    counted.callsPerRequest.ratio,
    1.05
  ),
]

/** @param {ReturnType<typeof summarizeRoute>} route */
export const routeRow = ({ name, rps, cpuMsPerRequest, ...counted }) => ({
  route: name,
  "rps on": rps.on,
  "rps off": rps.off,
  ratio: rps.ratio,
  "CPU ms on": cpuMsPerRequest.on,
  "CPU ms off": cpuMsPerRequest.off,
  "CPU ratio": cpuMsPerRequest.ratio,
  "SQL on": counted.statementsPerRequest.on,
  "SQL off": counted.statementsPerRequest.off,
  "calls on": counted.callsPerRequest.on,
  "calls off": counted.callsPerRequest.off,
  "calls ratio": counted.callsPerRequest.ratio,
})
