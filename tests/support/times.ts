/**
 * A text of pieces.
 *
 * @param count how many
 * @param of gives each, by its number from 0
 */
export function times(count: number, of: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => of(at)).join('')
}
