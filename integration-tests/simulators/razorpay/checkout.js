/* global window, document, location */

/** Stands in for https://checkout.razorpay.com/v1/checkout.js: a storefront's code runs against it unchanged. */
;(() => {
  const BASE = new URL(document.currentScript.src).origin
  const OVERLAY =
    "position:fixed;inset:0;z-index:2147483647;background:rgba(10,20,40,.6)"
  const FRAME = "width:100%;height:100%;border:0;background:transparent"

  const payUrl = (options, place) => {
    const { key, order_id, name, description, prefill = {}, notes } = options
    const query = {
      key,
      name,
      description,
      email: prefill.email,
      contact: prefill.contact,
      notes: notes && JSON.stringify(notes),
      ...place,
    }
    const url = new URL(`/pay/${order_id}`, BASE)
    for (const [field, value] of Object.entries(query)) {
      if (value) url.searchParams.set(field, value)
    }
    return url.href
  }

  /** A callback URL gets the result by a POST of the whole page. */
  const postTo = (url, fields) => {
    const form = document.createElement("form")
    form.method = "post"
    form.action = url
    for (const [name, value] of Object.entries(fields)) {
      const input = document.createElement("input")
      Object.assign(input, { type: "hidden", name, value })
      form.append(input)
    }
    document.body.append(form)
    form.submit()
  }

  const dialogOf = (options) => {
    const dialog = document.createElement("div")
    dialog.style.cssText = OVERLAY
    dialog.setAttribute("role", "dialog")
    dialog.setAttribute("aria-modal", "true")
    dialog.setAttribute("aria-label", "Pay with Razorpay (simulator)")
    const frame = document.createElement("iframe")
    frame.title = "Razorpay (simulator)"
    frame.style.cssText = FRAME
    frame.src = payUrl(options, { embedded_in: location.origin })
    dialog.append(frame)
    return { dialog, frame }
  }

  class Razorpay {
    #listeners = new Map()
    #opened

    constructor(options = {}) {
      for (const name of ["key", "order_id"]) {
        if (!options[name]) throw new TypeError(`\`${name}\` is mandatory`)
      }
      this.options = options
    }

    on(event, listener) {
      const known = this.#listeners.get(event) ?? []
      this.#listeners.set(event, [...known, listener])
    }

    open() {
      const { callback_url, redirect } = this.options
      if (callback_url && redirect) {
        location.assign(payUrl(this.options, { callback_url }))
        return
      }
      if (this.#opened) return
      const { dialog, frame } = dialogOf(this.options)
      const focused = document.activeElement
      const hear = (event) => this.#hear(event, frame)
      this.#opened = { dialog, focused, hear }
      window.addEventListener("message", hear)
      document.body.append(dialog)
      frame.focus()
    }

    close() {
      if (!this.#opened) return
      const { dialog, focused, hear } = this.#opened
      this.#opened = undefined
      window.removeEventListener("message", hear)
      dialog.remove()
      focused?.focus()
    }

    #hear({ origin, source, data }, frame) {
      if (origin !== BASE || source !== frame.contentWindow) return
      if (data.razorpay_simulator === "paid") this.#paid(data.result)
      if (data.razorpay_simulator === "failed") {
        const known = this.#listeners.get("payment.failed") ?? []
        known.forEach((listener) => listener({ error: data.error }))
      }
      if (data.razorpay_simulator === "dismissed") {
        this.close()
        this.options.modal?.ondismiss?.()
      }
    }

    #paid(result) {
      const { handler, callback_url } = this.options
      this.close()
      if (callback_url) postTo(callback_url, result)
      else handler?.(result)
    }
  }

  window.Razorpay = Razorpay
})()
