/**
 * Loaded into a server: counts each call of a JavaScript function. SIGUSR2 writes how many there were since
 * the last time to the file CALLS_FILE.
 */
const { renameSync, writeFileSync } = require("node:fs")
const { Session } = require("node:inspector")

const file = process.env.CALLS_FILE
const session = new Session()
session.connect()
session.post("Profiler.enable")
session.post("Profiler.startPreciseCoverage", {
  callCount: true,
  detailed: false,
})

process.on("SIGUSR2", () => {
  session.post("Profiler.takePreciseCoverage", (error, { result }) => {
    const calls = result
      .flatMap(({ functions }) => functions)
      .reduce((sum, { ranges }) => sum + ranges[0].count, 0)
    writeFileSync(`${file}.part`, String(calls))
    renameSync(`${file}.part`, file)
  })
})
