import { FORMULA } from './plain.ts'

/** General switches, which format: `\* jc2`, `\* "Font:宋体"`. */
const FORMATTING = /\\\*\s*(?:"[^"]*"|\S+)/g
/** What begins a command, up to its arguments: `\o\ac(`. */
const COMMAND = /\\[a-z](?:\\.|[^(\\])*\(/gi
const CIRCLED = /^\s*[○〇◯Ｏ]\s+(\d{1,2})\s*$/

/**
 * The words in the code of an EQ field, which Word shows though the field has no result (ECMA-376 1, 17.16.5.17).
 *
 * @param code a field's code
 * @returns its words with spaces between, as a formula where it is one; nothing for fields of other kinds
 */
export function wordsOfEq(code: string): string {
  const own = /^\s*EQ\b/i.exec(code)?.[0]
  if (own === undefined)
    return ''
  const argument = code.slice(own.length).replace(FORMATTING, '')
  const words = argument.replace(COMMAND, ' ').replace(/\\(.)|[(),;，；]/g, (_, sign: string | undefined) => sign ?? ' ')
  const number = Number(CIRCLED.exec(words)?.[1] ?? 0)
  if (number > 0 && number <= 20)
    return String.fromCodePoint(0x245F + number)
  return /^\s*\\o/i.test(argument) ? words : FORMULA.start + words + FORMULA.end
}
