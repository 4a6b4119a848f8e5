import { suiteOptions } from "../../config/suite-options"

/** What a link's token is for; one of the other kind is worthless. */
export const DOWNLOAD_PURPOSE = "digital-download"
export const PREVIEW_PURPOSE = "digital-preview"

/** Where a token's file is. */
export const linkUrl = (token: string) =>
  `${suiteOptions().general.backendUrl}/downloads/files/${token}`
