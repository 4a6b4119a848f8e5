/** Lets the browser save an answer under the name that the server gave it. */
export async function saveFile(answer: Response): Promise<void> {
  const url = URL.createObjectURL(await answer.blob())
  const link = document.createElement("a")
  link.href = url
  link.download = fileName(answer.headers.get("content-disposition"))
  link.click()
  URL.revokeObjectURL(url)
}

/** Another origin's headers are hidden from scripts; the name then is a plain one. */
function fileName(disposition: string | null): string {
  return /filename="([^"]+)"/.exec(disposition ?? "")?.[1] ?? "export.csv"
}
