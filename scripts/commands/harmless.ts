import type { Console } from './console.ts'

/** Control characters (ECMA-48): all but tabs and the ends of lines. Colours of Lectern's own are none. */
// eslint-disable-next-line no-control-regex
const CONTROL = /(\x1B\[[0-9;]*m)|\r(?!\n|$)|[\0-\x08\v\f\x0E-\x1F\x7F-\x9F]/g

/**
 * A terminal that shows control characters as what they are: in a file's name, or in a library's message, they would
 * have the terminal do something.
 *
 * @param terminal where lines go
 * @returns one that writes `\u001b` for them
 */
export function harmless(terminal: Console): Console {
  const codeOf = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  const shown = (line: string, isColoured: boolean): string => line.replace(CONTROL, (found, colour?: string) =>
    colour !== undefined && isColoured ? colour : `${codeOf(found)}${found.slice(1)}`)
  return {
    ...terminal,
    log: line => terminal.log(shown(line, terminal.isColoured)),
    error: line => terminal.error(shown(line, false)),
    progress: text => terminal.progress(shown(text, false)),
  }
}
