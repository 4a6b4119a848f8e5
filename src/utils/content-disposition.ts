const LONGEST = 150

/** What RFC 5987 leaves as it is, and encodeURIComponent too much of. */
const encodeExtended = (text: string) =>
  encodeURIComponent(text).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  )

/** Nothing that ends a header, leaves a folder, or hides which way a name is written. */
function cleanName(name: string): string {
  const cleaned = name
    .normalize("NFC")
    .replace(/\p{Surrogate}/gu, "")
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
      ""
    )
    .replace(/[/\\:*?"<>|]/g, "_")
    .replace(/^[.\s]+|[.\s]+$/g, "")
  return shorten(cleaned) || "download"
}

/** Keeps the extension, by which the buyer's machine opens the file. */
function shorten(name: string): string {
  const characters = [...name]
  if (characters.length <= LONGEST) {
    return name
  }
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? ""
  return characters.slice(0, LONGEST - extension.length).join("") + extension
}

/**
 * The header that makes a browser save a file under a name, whatever the name holds (RFC 6266):
 * an ASCII one for old clients, and the whole of it in RFC 5987's encoding.
 * @example attachmentNamed("Übung.pdf") // attachment; filename="Ubung.pdf"; filename*=UTF-8''%C3%9Cbung.pdf
 */
export function attachmentNamed(name: string): string {
  const cleaned = cleanName(name)
  const ascii = cleaned
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .replace(/[^\x20-\x7e]/g, "_")
    .replace(/[%;]/g, "_")
  const plain = `attachment; filename="${ascii}"`
  return ascii === cleaned
    ? plain
    : `${plain}; filename*=UTF-8''${encodeExtended(cleaned)}`
}
