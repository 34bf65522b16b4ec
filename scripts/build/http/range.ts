/** The bytes that are sent of a file: the places of the first and of the last. */
export interface Part { start: number, end: number }

/**
 * A first and a last place, a first one alone, or how many bytes from the end; names of units are of either case (RFC
 * 9110, 14.1).
 */
const ONE_RANGE = /^bytes=[ \t]*(?:(\d+)-(\d*)|-(\d+))[ \t]*$/i

/**
 * Reads which part of a file is asked for (RFC 9110, 14.1.2 and 14.2). A header that is no range of bytes, that ends
 * before it begins, or that asks for several ranges at once is passed over, as a server may do: the whole file is the
 * answer.
 *
 * @param header the request's `Range`, where it has one
 * @param size the file's size in bytes
 * @returns the part; `none` where no byte of the file is in it; nothing where the whole file is to be sent
 */
export function rangeOf(header: string | undefined, size: number): Part | 'none' | undefined {
  const [, first, last, suffix] = ONE_RANGE.exec(header ?? '') ?? []
  if (suffix !== undefined)
    return suffixOf(Number(suffix), size)
  if (first === undefined)
    return undefined
  const start = Number(first)
  const end = last ? Number(last) : Infinity
  if (end < start)
    return undefined
  return start < size ? { start, end: Math.min(end, size - 1) } : 'none'
}

/** The last bytes of a file, or all of it where it has fewer. A file without bytes has no part that could be named. */
function suffixOf(length: number, size: number): Part | 'none' | undefined {
  if (length === 0)
    return 'none'
  return size === 0 ? undefined : { start: Math.max(0, size - length), end: size - 1 }
}
