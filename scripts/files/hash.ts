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
