import { randomInt, randomUUID } from "node:crypto"
import { atMost } from "./lib/goals.mjs"
import { startServer } from "./lib/server.mjs"
import { round } from "./lib/statistics.mjs"
import { step } from "../scripts/lib/progress.mjs"

const ACCOUNTS = 20
const WARM_UP = 50
/** Below it nobody tells the two apart by so many tries: one in 150,000 by chance. */
const MOST_T = 4.5

const LOGIN = "/auth/customer/emailpass"

/** Each from an address of its own, so that no counter refuses it. @param {string} url @param {object} login */
async function post(url, login) {
  const ip = [198, 18, randomInt(256), randomInt(256)].join(".")
  const since = performance.now()
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": ip },
    body: JSON.stringify(login),
  })
  await answer.arrayBuffer()
  return { status: answer.status, milliseconds: performance.now() - since }
}

/** @param {string} url @returns {Promise<string[]>} addresses */
async function register(url) {
  const emails = Array.from(
    { length: ACCOUNTS },
    () => `${randomUUID()}@store.test`
  )
  for (const email of emails) {
    await post(`${url}${LOGIN}/register`, { email, password: randomUUID() })
  }
  return emails
}

/** A wrong password, for an account or for none. @param {string} url @param {string} email */
async function guess(url, email) {
  const { status, milliseconds } = await post(`${url}${LOGIN}`, {
    email,
    password: randomUUID(),
  })
  if (status !== 401) {
    throw new Error(`A wrong password was answered with ${status}`)
  }
  return milliseconds
}

const mean = (numbers) =>
  numbers.reduce((sum, each) => sum + each, 0) / numbers.length

function variance(numbers) {
  const middle = mean(numbers)
  const squares = numbers.map((each) => (each - middle) ** 2)
  return squares.reduce((sum, each) => sum + each, 0) / (numbers.length - 1)
}

/** How many standard errors lie between two means (Welch). @param {number[]} a @param {number[]} b */
const welch = (a, b) =>
  (mean(a) - mean(b)) /
  Math.sqrt(variance(a) / a.length + variance(b) / b.length)

/** By turns in a random order: what else the machine does falls on both. */
async function measure(url, emails, times) {
  const known = []
  const unknown = []
  for (let time = -WARM_UP; time < times; time++) {
    const pair = [
      [known, emails[randomInt(emails.length)]],
      [unknown, `${randomUUID()}@store.test`],
    ]
    for (const [side, email] of randomInt(2) ? pair : pair.reverse()) {
      const milliseconds = await guess(url, email)
      if (time >= 0) {
        side.push(milliseconds)
      }
    }
  }
  return { known, unknown }
}

/**
 * Whether the time of a refused sign-in tells if there is such an account.
 * @param {import("./lib/bench.mjs").Bench} bench
 * @returns {Promise<import("./lib/report.mjs").Measured>}
 */
export default async function measureSignIn(bench) {
  await bench.prepareStore()
  const databaseUrl = await bench.createDatabase("suite_sign_in")
  const { app: folder } = bench.store
  const app = { name: "sign-in", folder, databaseUrl }
  const server = await startServer(bench, app)
  const { logins } = bench.options
  const { known, unknown } = await step(
    `Guessing ${2 * logins} times`,
    async () => measure(server.url, await register(server.url), logins)
  )
  await server.stop()
  const t = Math.abs(welch(known, unknown))
  const medians = {
    known: round(mean(known)),
    unknown: round(mean(unknown)),
    t: round(t),
  }
  return {
    tables: [{ title: "Refused sign-ins, mean milliseconds", rows: [medians] }],
    medians,
    goals: [atMost("|t| of known and unknown accounts (Welch)", t, MOST_T)],
  }
}
