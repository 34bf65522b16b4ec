const BYTE_ORDER_MARKS = [
  ['utf-8', [0xEF, 0xBB, 0xBF]],
  ['utf-16le', [0xFF, 0xFE]],
  ['utf-16be', [0xFE, 0xFF]],
] as const

/**
 * Decodes a text file: by its byte order mark (Unicode 23.8), else in the encoding that is named.
 *
 * @param bytes the file
 * @param encoding a WHATWG label
 * @returns its text without the mark, U+FFFD where bytes are none
 */
export function decodeBytes(bytes: Uint8Array, encoding: string): string {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))
  return new TextDecoder(marked?.[0] ?? encoding).decode(bytes)
}
