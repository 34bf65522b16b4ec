import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

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
 * Hashes a file. It is read at once: to wait for hundreds of small ones takes four times as long as to read them.
 *
 * @param path the file
 * @returns its hash; nothing where it cannot be read
 */
export function hashOfFile(path: string): string | undefined {
  try {
    return hashOf(readFileSync(path))
  }
  catch {
    return undefined
  }
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
