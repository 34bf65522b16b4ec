/**
 * What a key asks of the show that Slidev does not do: a black screen, or the light again; the way on to the next deck,
 * or back to the one before.
 */
export type Asked = 'black' | 'light' | 'on' | 'back'

/** Where the show stands. */
export interface Standing {
  isBlack: boolean
  /** On the first slide, with none of its clicks done. */
  isAtStart: boolean
  /** On the last slide, with all of its clicks done. */
  isAtEnd: boolean
}

/** The parts of a key's press that matter. */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat'>

const BLACK = ['b', 'B', '.']
const ON = ['ArrowRight', 'ArrowDown', 'PageDown', ' ']
const BACK = ['ArrowLeft', 'ArrowUp', 'PageUp']

/**
 * Reads a key as a keyboard or a clicker sends it. Where the screen is black, a key that moves only brings it back:
 * nobody has seen the slide yet.
 *
 * @param press the key
 * @param standing where the show stands
 * @returns what it asks for; nothing where the key is Slidev's, or is only held down
 */
export function askedBy(press: Press, { isBlack, isAtStart, isAtEnd }: Standing): Asked | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey, repeat } = press
  if (ctrlKey || metaKey || altKey || repeat)
    return undefined
  if (BLACK.includes(key))
    return isBlack ? 'light' : 'black'
  if (isBlack)
    return [...ON, ...BACK, 'Escape'].includes(key) ? 'light' : undefined
  if (isAtEnd && ON.includes(key) && !shiftKey)
    return 'on'
  return isAtStart && (key === ' ' ? shiftKey : BACK.includes(key) && !shiftKey) ? 'back' : undefined
}

/**
 * Whether what is typed somewhere is text.
 *
 * @param target where a key is pressed
 * @returns true in a field, and in a text that can be edited
 */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
}
