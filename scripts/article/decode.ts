import { VFileMessage } from 'vfile-message'

/** An article's text and the encoding that it was read in. */
export interface Decoded {
  text: string
  encoding: string
}

/**
 * Decodes an article's bytes: a byte order mark, then UTF-8, then UTF-16 by its NULs, then GB18030.
 *
 * @param bytes the file
 * @param encoding a WHATWG encoding label that overrides the choice
 * @returns the text without a byte order mark
 * @throws VFileMessage if the bytes are no text, or not in that encoding
 */
export function decode(bytes: Uint8Array, encoding?: string): Decoded {
  if (encoding !== undefined)
    return { text: decodeAs(bytes, encoding), encoding }
  for (const [label, mark] of BYTE_ORDER_MARKS) {
    if (mark.every((byte, index) => bytes[index] === byte))
      return { text: decodeAs(bytes, label), encoding: label }
  }
  const utf16 = utf16ByNuls(bytes)
  if (utf16 !== undefined)
    return { text: decodeAs(bytes, utf16), encoding: utf16 }
  for (const label of ['utf-8', 'gb18030']) {
    const text = tryDecode(bytes, label)
    if (text !== undefined && isText(text))
      return { text, encoding: label }
  }
  throw fail('Unexpected bytes that are text in no known encoding, expected UTF-8, UTF-16 or GB18030: save the article as UTF-8, or name its encoding with --encoding')
}

const BYTE_ORDER_MARKS = [
  ['utf-8', [0xEF, 0xBB, 0xBF]],
  ['utf-16le', [0xFF, 0xFE]],
  ['utf-16be', [0xFE, 0xFF]],
] as const

/** Text in UTF-16 without a mark has NULs, and nearly all of them on one side of its pairs of bytes. */
function utf16ByNuls(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4096)
  if (bytes.length % 2 !== 0 || !sample.includes(0))
    return undefined
  const odd = sample.filter((byte, index) => byte === 0 && index % 2 === 1).length
  const even = sample.filter((byte, index) => byte === 0 && index % 2 === 0).length
  const label = odd > even ? 'utf-16le' : 'utf-16be'
  const text = Math.min(odd, even) * 20 <= Math.max(odd, even) ? tryDecode(bytes, label) : undefined
  return text !== undefined && isText(text) ? label : undefined
}

function decodeAs(bytes: Uint8Array, label: string): string {
  let text: string | undefined
  try {
    text = tryDecode(bytes, label)
  }
  catch (cause) {
    throw fail(`Unexpected encoding \`${label}\`, expected one that Node knows, such as utf-8, gb18030, big5 or utf-16le`, cause)
  }
  if (text === undefined)
    throw fail(`Unexpected bytes that are not ${label}: give the encoding that the file was saved in with --encoding, or leave the option out`)
  if (!isText(text))
    throw fail('Unexpected binary file, expected text: give the article as .txt or .md')
  return text
}

function tryDecode(bytes: Uint8Array, label: string): string | undefined {
  const decoder = new TextDecoder(label, { fatal: true })
  try {
    return decoder.decode(bytes)
  }
  catch {
    return undefined
  }
}

/** A text has no NUL and next to no other control characters; a picture or an archive has. */
function isText(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  const controls = text.slice(0, 65536).match(/[\0-\x08\x0E-\x1A\x1C-\x1F\x80-\x84\x86-\x9F\uFFFE\uFFFF]/g)?.length ?? 0
  return !text.includes('\0') && controls * 200 <= Math.min(text.length, 65536)
}

function fail(reason: string, cause?: unknown): VFileMessage {
  return new VFileMessage(reason, { ruleId: 'encoding', source: 'lectern', ...(cause instanceof Error ? { cause } : {}) })
}
