const { randomUUID } = require("node:crypto")

/** As many different ones as a shop sees in a second or two. */
const AGENTS = Array.from({ length: 40 }, (_, n) => {
  const version = 100 + (n % 20)
  return n % 2
    ? `Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`
    : `Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Mobile Safari/537.36`
})

/** Of ten events six are refreshes, two sign-ins of customers who come again, and two guesses at nobody's account. */
const OUTCOMES = [
  ...["refreshed", "refreshed", "success", "refreshed", "wrong_credentials"],
  ...["refreshed", "success", "refreshed", "wrong_credentials", "refreshed"],
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

/** Writes batches through the feature's own writer, in the process that would, and says how long that took. */
module.exports.POST = async (req, res) => {
  const { count, size } = req.body
  const writer = req.scope.resolve("login_events")
  const now = new Date()
  const batches = Array.from({ length: count }, (_, batch) =>
    Array.from({ length: size }, (__, n) => newEvent(batch * size + n, now))
  )
  const since = performance.now()
  for (const batch of batches) {
    await writer.writeEvents(batch, now)
  }
  res.json({ milliseconds: performance.now() - since })
}
