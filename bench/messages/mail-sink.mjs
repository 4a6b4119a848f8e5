/** A mail server on this machine that takes every mail and keeps none; asked over its channel, it tells how many. */
import { SMTPServer } from "smtp-server"

let mails = 0
let bytes = 0

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  disableReverseLookup: true,
  logger: false,
  onData(stream, _, done) {
    stream.on("data", (chunk) => (bytes += chunk.length))
    stream.on("end", () => {
      mails += 1
      done()
    })
  },
})

process.on("message", () => process.send({ mails, bytes }))
process.on("disconnect", () => process.exit(0))
server.listen(0, "127.0.0.1", () =>
  process.send({ port: server.server.address().port })
)
