import { withBig5Signs } from './big5.ts'

/** Bytes 80 to 9F (WHATWG Encoding, index windows-1252). */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ'

/** Bytes as text; nothing where they are none in an encoding. */
export function tryDecode(bytes: Uint8Array, label: string): string | undefined {
  const decoder = new TextDecoder(label, { fatal: true })
  try {
    const text = decoder.decode(bytes)
    if (decoder.encoding === 'big5')
      return withBig5Signs(text)
    // Node decodes windows-1252 as ISO 8859-1: its quotation marks and dashes would be control characters.
    const isWindows = decoder.encoding === 'windows-1252'
    return isWindows ? text.replace(/[\x80-\x9F]/g, mark => WINDOWS_1252[mark.charCodeAt(0) - 0x80]!) : text
  }
  catch {
    return undefined
  }
}

/**
 * Of what is UTF-8 in every byte up to so many characters may be control characters: a picture or an archive is none.
 */
export const MOST_CONTROLS = 0.1

/** A text has no NUL and next to no other control characters; a picture or an archive has. */
export function isText(text: string, most = 0.005): boolean {
  // eslint-disable-next-line no-control-regex
  const controls = text.slice(0, 65536).match(/[\0-\x08\x0E-\x1A\x1C-\x1F\x80-\x84\x86-\x9F\uFFFE\uFFFF]/g)?.length ?? 0
  return !text.includes('\0') && controls <= Math.min(text.length, 65536) * most
}
