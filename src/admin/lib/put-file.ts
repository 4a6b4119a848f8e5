type Put = {
  url: string
  headers: Record<string, string>
  /** Whether the admin's own session goes along; never to another host. */
  withSession: boolean
  onProgress: (percent: number) => void
}

/** Sends a file's bytes; unlike `fetch` it tells how far it is. */
export const putFile = (
  file: File,
  { url, headers, withSession, onProgress }: Put
): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open("PUT", url)
    request.withCredentials = withSession
    for (const [name, value] of Object.entries(headers)) {
      // The browser sets these itself and lets nobody else.
      if (!/^(?:content-length|host)$/i.test(name)) {
        request.setRequestHeader(name, value)
      }
    }
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress(total > 0 ? Math.round((loaded / total) * 100) : 0)
    request.onload = () =>
      request.status >= 200 && request.status < 300
        ? resolve()
        : reject(new Error(complaintIn(request)))
    request.onerror = () => reject(new Error("The connection was lost"))
    request.send(file)
  })

/** The store answers JSON, S3 XML. */
function complaintIn({ responseText, status }: XMLHttpRequest): string {
  try {
    const { message } = JSON.parse(responseText) as { message?: string }
    return message ?? `HTTP ${status}`
  } catch {
    return `HTTP ${status}`
  }
}
