import type { VFileMessage } from 'vfile-message'
import type { Wording } from '../messages/model.ts'
import chardet from 'chardet'
import { fatalMessage } from '../messages/file.ts'
import { wording } from '../messages/wording.ts'
import { isText, MOST_CONTROLS, tryDecode } from './try-decode.ts'

/** An article's text and the encoding that it was read in. */
export interface Decoded {
  text: string
  encoding: string
}

/**
 * Decodes an article's bytes: a byte order mark, then UTF-8, then UTF-16 by its NULs, then what the article says of
 * itself, then GB18030 or Big5.
 *
 * @param bytes the file
 * @param encoding a WHATWG encoding label that overrides the choice
 * @param declared the label that the article itself has, as a web page may
 * @returns the text without a byte order mark
 * @throws VFileMessage if the bytes are no text, or not in that encoding
 */
export function decode(bytes: Uint8Array, encoding?: string, declared?: string): Decoded {
  if (encoding !== undefined)
    return { text: decodeAs(bytes, encoding), encoding: encoding.toLowerCase() }
  for (const [label, mark] of BYTE_ORDER_MARKS) {
    if (mark.every((byte, index) => bytes[index] === byte))
      return { text: decodeAs(bytes, label), encoding: label }
  }
  const utf16 = utf16ByNuls(bytes)
  if (utf16 !== undefined)
    return { text: decodeAs(bytes, utf16), encoding: utf16 }
  const text = tryDecode(bytes, 'utf-8')
  if (text !== undefined && isText(text, MOST_CONTROLS))
    return { text, encoding: 'utf-8' }
  refuseDamaged(bytes, 'utf-8')
  const named = knownLabel(declared)
  const label = named !== undefined && tryDecode(bytes, named) !== undefined ? named : chineseEncoding(bytes)
  return { text: decodeAs(bytes, label), encoding: label }
}

/**
 * The encoding that a web page names in its head (WHATWG HTML, 4.2.5.4: within its first 1024 bytes; pages that were
 * saved may have it later).
 *
 * @param bytes the page
 * @returns the label as it stands there, or nothing
 */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  return /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]
}

/** A label that Node knows, under the name that the WHATWG gives it; gb2312 and gbk are read as what holds both. */
function knownLabel(label: string | undefined): string | undefined {
  try {
    const name = label === undefined ? undefined : new TextDecoder(label).encoding
    return name === 'gbk' ? 'gb18030' : name
  }
  catch {
    return undefined
  }
}

/** Text in an encoding but for a few bytes is damaged, and no text in another one. */
function refuseDamaged(bytes: Uint8Array, label: string): void {
  const text = new TextDecoder(label).decode(bytes)
  const bad = text.match(/\uFFFD/g)?.length ?? 0
  const foreign = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0
  // eslint-disable-next-line no-control-regex
  const control = label === 'utf-8' && bad === 0 ? text.search(/[\0-\x08\x0E-\x1A\x1C-\x1F]/) : -1
  const controlAt = foreign > 0 ? control : -1
  const at = bad > 0 && bad * 20 < foreign ? text.indexOf('\uFFFD') : controlAt
  if (at < 0)
    return
  const lines = text.slice(0, at).split(/\r\n|[\r\n]/)
  const isLast = at >= text.trimEnd().length - 1
  const badBytes = isLast ? 'encoding-cut-off' : 'encoding-bad-bytes'
  const reason = wording(bad === 0 ? 'encoding-control' : badBytes, { encoding: label.toUpperCase() })
  const place = { line: lines.length, column: lines.at(-1)!.length + 1 }
  throw fatalMessage(reason, { place, ruleId: 'encoding' })
}

/** chardet takes no side below this confidence, in hundredths. */
const SURE = 40
/** So many bytes or characters are enough to tell an encoding by. */
const SAMPLE = 65_536

/** Tells GB18030 from Big5, and from bytes that only happen to fit. */
function chineseEncoding(bytes: Uint8Array): string {
  const guesses = chardet.analyse(bytes.subarray(0, SAMPLE))
  const [best] = guesses
  // Text in Latin letters has few bytes beyond ASCII; where most are, only a sure guess counts.
  const foreign = bytes.filter(byte => byte > 0x7F).length > bytes.length * 0.3 ? 2 * SURE : SURE
  if (best && best.confidence > foreign && isForeign(best.name)) {
    const label = best.name.toLowerCase().replace('_', '-')
    throw fail(wording('encoding-looks-like', { name: best.name, label }))
  }
  const likeliest = likeliestOf(bytes, LABELS, (label, text) => {
    const confidence = guesses.find(guess => guess.name.toLowerCase() === label)?.confidence ?? 0
    // Of a few characters chardet says nothing: then the text with fewer rare signs is the likelier one.
    return Math.max(confidence, SURE) + shareOfCommon(text)
  })
  if (likeliest === undefined) {
    refuseDamaged(bytes, [...LABELS].sort((one, other) => damageAs(bytes, one) - damageAs(bytes, other))[0]!)
    throw fail(wording('encoding-none'))
  }
  return likeliest
}

/** In what order Chinese text is tried that is in no Unicode encoding. */
const LABELS = ['gb18030', 'big5'] as const

/** How little bytes are text in an encoding: those that are none of it, and rare signs. */
function damageAs(bytes: Uint8Array, label: string): number {
  const text = new TextDecoder(label).decode(bytes.subarray(0, SAMPLE))
  return (text.match(/\uFFFD/g)?.length ?? 0) / text.length + 1 - shareOfCommon(text)
}

/** The label under which the bytes are text, and the likeliest text. */
function likeliestOf(
  bytes: Uint8Array,
  labels: readonly string[],
  likelihood: (label: string, text: string) => number,
): string | undefined {
  const fitting = labels.flatMap((label) => {
    const text = tryDecode(bytes, label)
    return text !== undefined && isText(text) ? [{ label, likely: likelihood(label, text) }] : []
  })
  return fitting.sort((one, other) => other.likely - one.likely)[0]?.label
}

const COMMON = /[\p{Script=Han}\p{ASCII}，。、；：？！“”‘’（）《》—…\u3000]/gu

/** From 0 to 1: how much of a text is Chinese characters, their marks and ASCII. */
function shareOfCommon(text: string): number {
  const sample = text.slice(0, SAMPLE)
  return (sample.match(COMMON)?.length ?? 0) / sample.length
}

const BYTE_ORDER_MARKS = [
  ['utf-8', [0xEF, 0xBB, 0xBF]],
  ['utf-16le', [0xFF, 0xFE]],
  ['utf-16be', [0xFE, 0xFF]],
] as const

/** Below this share of common characters bytes with NULs are no text in UTF-16. */
const MOSTLY = 0.8

/**
 * Text in UTF-16 without a mark has NULs, on one side of its pairs of bytes in English. In Chinese U+3000 and 一 have
 * theirs on the other side: there the byte order is the one in which the text is common characters.
 */
function utf16ByNuls(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 !== 0 || !bytes.subarray(0, SAMPLE).includes(0))
    return undefined
  const labels = ['utf-16le', 'utf-16be'].filter(label => shareOfCommon(tryDecode(bytes, label) ?? '\0') > MOSTLY)
  return likeliestOf(bytes, labels, (_, text) => shareOfCommon(text))
}

function decodeAs(bytes: Uint8Array, label: string): string {
  let text: string | undefined
  try {
    text = tryDecode(bytes, label)
  }
  catch (cause) {
    throw fail(wording('encoding-unknown', { label }), cause)
  }
  if (text === undefined) {
    refuseDamaged(bytes, label)
    throw fail(wording('encoding-other', { label }))
  }
  if (!isText(text))
    throw fail(wording('encoding-binary'))
  return text
}

/** Whether chardet's guess is an encoding that is not looked for anyway. */
function isForeign(name: string): boolean {
  return knownLabel(name) !== undefined && !['GB18030', 'Big5', 'UTF-8', 'ASCII'].includes(name)
}

function fail(reason: Wording, cause?: unknown): VFileMessage {
  const because = cause instanceof Error ? { cause } : {}
  return fatalMessage(reason, { ruleId: 'encoding', ...because })
}
