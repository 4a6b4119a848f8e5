import path from "node:path"
import { atLeast, atMost } from "./lib/goals.mjs"
import { startServer } from "./lib/server.mjs"
import { compare, medianOf, round } from "./lib/statistics.mjs"
import { cpuMilliseconds } from "./lib/usage.mjs"
import { measureBare } from "./messages/bare.mjs"
import { createGroup, untilNoted, writeToGroup } from "./messages/group.mjs"
import { startMailServer } from "./messages/mail-server.mjs"
import { memoryEnvironment, readMemory } from "./messages/memory.mjs"
import { log } from "../scripts/lib/progress.mjs"
import { query } from "../scripts/test/databases.mjs"

/** Of the pool to the mail server, on both sides. */
const CONNECTIONS = 5
/** Sent by both before anything counts but memory, which is compared with what it is then. */
const FIRST = 1_000

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
  })
  const databaseUrl = await bench.createDatabase("messages")
  const app = { name: "messages", folder: bench.store.app, databaseUrl }
  const memoryFile = path.join(bench.folder, "memory.json")
  const server = await startServer(bench, app, memoryEnvironment(memoryFile))
  return { mailServer, databaseUrl, server, memoryFile }
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
    suite: messages / seconds,
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

/** The store, and then nodemailer alone with one of the store's mails. */
async function measureRound(store, messages) {
  const { mailServer } = store
  const suite = await measureSuite(store, messages)
  const mail = await sentMail(store.databaseUrl, suite.note)
  const cpuBefore = process.cpuUsage()
  const bare = await measureBare({
    ...{ mailServer, mail },
    ...{ connections: CONNECTIONS, messages },
  })
  const { user, system } = process.cpuUsage(cpuBefore)
  const bareCpuMilliseconds = (user + system) / 1000 / messages
  log(`${round(suite.suite)} and ${round(bare)} mails a second`)
  return { ...suite, bare, bareCpuMilliseconds }
}

/** @param {import("./lib/options.mjs").Options} options */
async function measureRounds(store, { rounds: number, messages }) {
  const each = Math.max(FIRST, Math.floor((messages - FIRST) / number))
  const rounds = []
  const memory = []
  const note = async () => {
    const held = await readMemory(store.server, store.memoryFile)
    memory.push({ mails: FIRST + rounds.length * each, ...held })
  }
  await measureRound(store, FIRST)
  await note()
  for (let count = 0; count < number; count++) {
    rounds.push(await measureRound(store, each))
    await note()
  }
  return { rounds, memory }
}

/**
 * What the program holds, last against first. The process keeps what its largest round took, and the first one is smaller: it
 * is compared with itself, the later half of the others against the earlier one.
 */
function growthOf(memory) {
  const [first, ...others] = memory
  const half = Math.ceil(others.length / 2)
  const resident = (part) => medianOf(part, (each) => each.resident)
  return {
    live: others.at(-1).live / first.live,
    resident: resident(others.slice(-half)) / resident(others.slice(0, half)),
  }
}

/**
 * How fast what an admin writes to a group leaves the store, beside nodemailer alone, and what it keeps in memory.
 * @param {import("./lib/bench.mjs").Bench} bench
 * @returns {Promise<import("./lib/report.mjs").Measured>}
 */
export default async function measureMessages(bench) {
  const store = await createStore(bench)
  const { rounds, memory } = await measureRounds(store, bench.options)
  await store.server.stop()
  const speed = compare(rounds, "suite", "bare", (each, side) => each[side])
  const cost = {
    cpuMs: medianOf(rounds, (each) => each.cpuMilliseconds),
    cpuMsBare: medianOf(rounds, (each) => each.bareCpuMilliseconds),
    kilobytes: medianOf(rounds, ({ kilobytes }) => kilobytes),
  }
  const growth = growthOf(memory)
  const { mails } = memory.at(-1)
  const of = `after ${mails} mails, of that after ${FIRST}`
  return {
    tables: [
      {
        title: `Mails per second over ${CONNECTIONS} connections, the store and nodemailer alone`,
        rows: [
          { suite: speed.suite, bare: speed.bare, ratio: speed.ratio, ...cost },
        ],
      },
      { title: "Memory of the server, collected, MiB", rows: memory },
    ],
    medians: { speed, cost, memory, growth },
    goals: [
      atLeast("mails per second, store/nodemailer", speed.ratio, 0.8),
      atMost(`memory that the program holds ${of}`, growth.live, 1.1),
      atMost(
        "memory of the process, later half of the rounds against the earlier",
        growth.resident,
        1.1
      ),
    ],
  }
}
