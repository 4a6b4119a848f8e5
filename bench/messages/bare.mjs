import { createTransport } from "nodemailer"

/**
 * nodemailer's pool alone in this process, with as many connections as the store and mails as large: the limit.
 * @param {object} given
 * @param {import("./mail-server.mjs").MailServer} given.mailServer
 * @param {number} given.connections
 * @param {{ subject: string, html: string, text: string }} given.mail one that the store has sent
 * @param {number} given.messages
 * @returns {Promise<number>} mails per second
 */
export async function measureBare({ mailServer, connections, mail, messages }) {
  const transport = createTransport({
    pool: true,
    maxConnections: connections,
    host: "127.0.0.1",
    port: mailServer.port,
    ignoreTLS: true,
  })
  const since = performance.now()
  let next = 0
  // As many at once as there are connections and again as many, so that none of them waits for its next mail.
  const send = async () => {
    while (next < messages) {
      const number = next++
      await transport.sendMail({
        ...mail,
        from: "The Shop <orders@shop.test>",
        to: `guest-${number}@store.test`,
        messageId: `<bare-${number}@shop.test>`,
      })
    }
  }
  await Promise.all(Array.from({ length: 2 * connections }, send))
  const seconds = (performance.now() - since) / 1000
  transport.close()
  return messages / seconds
}
