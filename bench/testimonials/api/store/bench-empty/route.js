/** What every store route costs at least: Medusa's own middlewares, the publishable key among them. */
module.exports.GET = (_, res) => {
  res.json({})
}
