const { randomUUID } = require("node:crypto")
const {
  copyText,
  copyTransaction,
} = require("../../../modules/login-events/copy-events")

/** As many different ones as a shop sees in a second or two. */
const AGENTS = Array.from({ length: 40 }, (_, n) => {
  const version = 100 + (n % 20)
  return n % 2
    ? `Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`
    : `Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Mobile Safari/537.36`
})

/** A shop with 15-minute tokens: of 50 events 45 are refreshes, 4 sign-ins of customers who come again, and one a guess at nobody's account. */
const OUTCOMES = [
  ...Array(45).fill("refreshed"),
  ...["success", "success", "success", "success", "wrong_credentials"],
]

function newEvent(n, occurred_at) {
  const outcome = OUTCOMES[n % OUTCOMES.length]
  const isGuess = outcome === "wrong_credentials"
  const ip = `198.18.${n % 250}.${(n * 7) % 250}`
  return {
    id: `lgev_${randomUUID()}`,
    ...{ occurred_at, outcome, actor_type: "customer", provider: "emailpass" },
    actor_id: isGuess ? null : `cus_bench_${n % 2000}`,
    auth_identity_id: null,
    identifier: isGuess ? `guess-${n % 500}@example.com` : null,
    ...{ ip, ip_key: ip, user_agent: AGENTS[n % AGENTS.length] },
    request_id: randomUUID(),
  }
}

const COLUMNS = [
  ...["id", "occurred_at", "actor_type", "actor_id", "identifier_hash"],
  ...["provider", "outcome", "ip", "browser", "os", "device_kind"],
  ...["is_new_device", "is_first_login", "request_id"],
]

/** What the writer makes of such an event. */
const rowOf = ({ identifier, ...event }) => ({
  ...event,
  identifier_hash: identifier && "0".repeat(64),
  ...{ browser: "Firefox", os: "Windows", device_kind: "desktop" },
  ...{ is_new_device: false, is_first_login: false },
})

/** The feature's own writer: who, from what device, how often, and the rows. */
function writerOf({ scope }, batch, now) {
  const writer = scope.resolve("login_events")
  return () => writer.writeEvents(batch, now)
}

/** Nothing but the rows, their text ready, into a table with the same columns and indexes. */
function copierOf({ scope }, batch) {
  const connection = scope.resolve("__pg_connection__")
  const text = copyText(batch.map(rowOf), COLUMNS)
  const statement = `copy bench_event (${COLUMNS.join(", ")}) from stdin`
  return () => copyTransaction(connection, (_, copy) => copy(statement, [text]))
}

/** Writes batches by turns in both ways, each batch a transaction, and says how long each way took. */
module.exports.POST = async (req, res) => {
  const { count, size } = req.body
  const now = new Date()
  const milliseconds = { suite: 0, copy: 0 }
  const makers = { suite: writerOf, copy: copierOf }
  for (let n = 0; n < count; n++) {
    for (const side of n % 2 ? ["copy", "suite"] : ["suite", "copy"]) {
      const batch = Array.from({ length: size }, (_, at) =>
        newEvent(n * size + at, now)
      )
      const write = makers[side](req, batch, now)
      const since = performance.now()
      await write()
      milliseconds[side] += performance.now() - since
    }
  }
  res.json({ milliseconds })
}
