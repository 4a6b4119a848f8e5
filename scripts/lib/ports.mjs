import net from "node:net"

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>} true also where the machine lacks the address (IPv6 switched off)
 */
function isFreeOn(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once("error", (error) => resolve(error.code !== "EADDRINUSE"))
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve(true))
    )
  })
}

/** @param {number} port */
export async function isPortFree(port, hosts = ["127.0.0.1", "::1"]) {
  for (const host of hosts) {
    if (!(await isFreeOn(port, host))) return false
  }
  return true
}

/**
 * The first free port from the wanted one upwards.
 * @param {number} wanted
 */
export async function findFreePort(wanted) {
  for (let port = wanted; port < wanted + 100; port++) {
    if (await isPortFree(port)) return port
  }
  throw new Error(`No free port between ${wanted} and ${wanted + 99}`)
}
