import { execFileSync } from "node:child_process"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import path from "node:path"
import { publishableKey, shellEnvironment } from "../helpers/environment"
import { ROOT } from "../helpers/server"

const HTML = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,"></head>
<body><p role="status"></p><ul></ul><button id="add">Add a lamp</button>
<input name="email" placeholder="E-mail"><input name="password" type="password" placeholder="Password">
<button id="signIn">Sign in</button><button id="signOut">Sign out</button>
<script type="module" src="/page.js"></script></body></html>`

/** Vite brings it, with which Medusa builds the admin. */
const ESBUILD = path.join(ROOT, "node_modules/.bin/esbuild")

type Shop = { backend: string; variantId: string }

const bundle = ({ backend, variantId }: Shop) =>
  execFileSync(
    ESBUILD,
    [
      path.join(__dirname, "cart-page.ts"),
      ...["--bundle", "--format=esm", "--log-level=error"],
      `--define:BACKEND=${JSON.stringify(backend)}`,
      `--define:KEY=${JSON.stringify(publishableKey())}`,
      `--define:VARIANT=${JSON.stringify(variantId)}`,
    ],
    { encoding: "utf8", env: shellEnvironment(), cwd: ROOT }
  )

export type CartShop = {
  url: string
  /** What its page speaks with. */
  sell: (shop: Shop) => void
  close: () => void
}

/** A small storefront of a spec's own, whose page fills a cart and signs in. */
export async function openCartShop(): Promise<CartShop> {
  let script = ""
  const server: Server = createServer((request, response) => {
    const isScript = request.url === "/page.js"
    const type = isScript ? "text/javascript" : "text/html"
    response.writeHead(200, { "content-type": type })
    response.end(isScript ? script : HTML)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    sell: (shop) => {
      script = bundle(shop)
    },
    close: () => void server.close(),
  }
}
