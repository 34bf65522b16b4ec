import { createHash } from 'node:crypto'

/**
 * Hashes bytes.
 *
 * @param bytes any
 * @returns their SHA-256 in hexadecimal digits
 */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * Names something by what it is called elsewhere, shorter and of letters that every file system takes.
 *
 * @param text such as a path
 * @returns twelve hexadecimal digits
 */
export function shortHash(text: string): string {
  return hashOf(Buffer.from(text)).slice(0, 12)
}
