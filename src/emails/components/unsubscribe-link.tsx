import { Link } from "@react-email/link"
import { Text } from "@react-email/text"
import type { Setting } from "../template"
import { type Words, wordsFor } from "../words"
import { MUTED } from "./styles"

const WORDS: Words<string> = {
  en: "Unsubscribe from mails like this",
  de: "Mails wie diese abbestellen",
}

/** Below what the reader may switch off; nothing below all else. */
export const UnsubscribeLink = ({
  setting: { unsubscribeUrl, locale },
}: {
  setting: Setting
}) =>
  unsubscribeUrl ? (
    <Text style={MUTED}>
      <Link href={unsubscribeUrl} style={MUTED}>
        {wordsFor(locale, WORDS)}
      </Link>
    </Text>
  ) : null
