import { atLeast, atMost } from "./lib/goals.mjs"
import { startServer } from "./lib/server.mjs"
import { compare, medianOf, round } from "./lib/statistics.mjs"
import { cpuMilliseconds, residentMegabytes } from "./lib/usage.mjs"
import { measureBare } from "./messages/bare.mjs"
import { createGroup, untilNoted, writeToGroup } from "./messages/group.mjs"
import { startMailServer } from "./messages/mail-server.mjs"
import { log } from "../scripts/lib/progress.mjs"
import { query } from "../scripts/test/databases.mjs"

/** Of the pool to the mail server, on both sides. */
const CONNECTIONS = 5
/** Of one round. */
const ROUND = 1_000

/**
 * A store that sends through the mail server, on its own copy of the seeded database.
 * @param {import("./lib/bench.mjs").Bench} bench
 */
async function createStore(bench) {
  await bench.prepareStore()
  const mailServer = await startMailServer(bench)
  Object.assign(bench.store.environment, {
    SMTP_HOST: "127.0.0.1",
    SMTP_PORT: String(mailServer.port),
    SMTP_TLS: "none",
    SMTP_CONNECTIONS: String(CONNECTIONS),
    MAIL_FROM: "The Shop <orders@shop.test>",
    // As many jobs at a time as there are connections to feed.
    JOBS_CONCURRENCY: String(2 * CONNECTIONS),
  })
  const databaseUrl = await bench.createDatabase("messages")
  const app = { name: "messages", folder: bench.store.app, databaseUrl }
  return { mailServer, databaseUrl, server: await startServer(bench, app) }
}

/** From the admin's click to the last mail at the mail server, and noted as sent. */
async function measureSuite({ mailServer, databaseUrl, server }, messages) {
  const group = await createGroup(databaseUrl, messages)
  const before = await mailServer.count()
  const cpuBefore = cpuMilliseconds(server.pid)
  const since = performance.now()
  const note = await writeToGroup(databaseUrl, group, messages)
  await mailServer.untilTaken(before.mails + messages)
  await untilNoted(databaseUrl, note)
  const seconds = (performance.now() - since) / 1000
  const { bytes } = await mailServer.count()
  return {
    note,
    perSecond: messages / seconds,
    cpuMilliseconds: (cpuMilliseconds(server.pid) - cpuBefore) / messages,
    kilobytes: (bytes - before.bytes) / messages / 1024,
  }
}

/** One that was sent, as the log keeps it: its token is masked, which makes it a little shorter. */
async function sentMail(url, note) {
  const [mail] = await query(
    url,
    "SELECT subject, html, text FROM message WHERE subject_id = $1 LIMIT 1",
    [note]
  )
  return mail
}

async function measureRound(store, number) {
  const { mailServer } = store
  const suite = await measureSuite(store, ROUND)
  const mail = await sentMail(store.databaseUrl, suite.note)
  const bare = await measureBare({
    ...{ mailServer, mail },
    ...{ connections: CONNECTIONS, messages: ROUND },
  })
  const megabytes = residentMegabytes(store.server.pid)
  log(
    `Round ${number + 1}: ${round(suite.perSecond)} and ${round(bare)} a second`
  )
  return { ...suite, suite: suite.perSecond, bare, megabytes }
}

/**
 * The same server goes on to the full number; `first` is what it held after the first round.
 * @returns {Promise<{ first: number, last: number, ratio: number, messages: number, perSecond: number }>} MiB
 */
async function measureMemory(store, rounds, messages) {
  const [{ megabytes: first }] = rounds
  const left = Math.max(ROUND, messages - rounds.length * ROUND)
  const { perSecond } = await measureSuite(store, left)
  const last = residentMegabytes(store.server.pid)
  const sent = rounds.length * ROUND + left
  return { first, last, ratio: last / first, messages: sent, perSecond }
}

/**
 * How fast what an admin writes to a group leaves the store, beside nodemailer alone, and what it keeps in memory.
 * @param {import("./lib/bench.mjs").Bench} bench
 * @returns {Promise<import("./lib/report.mjs").Measured>}
 */
export default async function measureMessages(bench) {
  const store = await createStore(bench)
  const rounds = []
  for (let number = 0; number < bench.options.rounds; number++) {
    rounds.push(await measureRound(store, number))
  }
  const memory = await measureMemory(store, rounds, bench.options.messages)
  await store.server.stop()
  const speed = compare(rounds, "suite", "bare", (each, side) => each[side])
  const cost = {
    cpuMilliseconds: medianOf(rounds, (each) => each.cpuMilliseconds),
    kilobytes: medianOf(rounds, ({ kilobytes }) => kilobytes),
  }
  return {
    tables: [
      {
        title: `Mails per second over ${CONNECTIONS} connections, the store and nodemailer alone`,
        rows: [
          { suite: speed.suite, bare: speed.bare, ratio: speed.ratio, ...cost },
        ],
      },
      { title: "Resident memory of the server, MiB", rows: [memory] },
    ],
    medians: { speed, cost, memory },
    goals: [
      atLeast("mails per second, store/nodemailer", speed.ratio, 0.8),
      atMost(
        `memory after ${memory.messages} mails, of that after ${ROUND}`,
        memory.ratio,
        1.1
      ),
    ],
  }
}
