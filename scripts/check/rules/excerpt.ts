const LONGEST = 16

/**
 * The beginning of a text, to be named in a message.
 *
 * @param text any text
 * @returns its first characters, … where there are more
 */
export function excerpt(text: string): string {
  const characters = Array.from(text.trim().replace(/\s+/g, ' '))
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : characters.join('')
}
