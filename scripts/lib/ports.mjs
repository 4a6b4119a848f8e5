import net from "node:net"

/**
 * Asked by connecting too: macOS lets two programs listen on one port when their addresses differ.
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function answers(port, host) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host, timeout: 1000 })
    const end = (answer) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once("connect", () => end(true))
    socket.once("timeout", () => end(false))
    socket.once("error", () => end(false))
  })
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>} true also where the machine lacks the address (IPv6 switched off)
 */
function canListen(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once("error", (error) => resolve(error.code !== "EADDRINUSE"))
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve(true))
    )
  })
}

/**
 * @param {number} port
 * @param {string[]} [hosts]
 */
export async function isPortFree(port, hosts = ["127.0.0.1", "::1"]) {
  for (const host of hosts) {
    if (await answers(port, host)) return false
    if (!(await canListen(port, host))) return false
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
