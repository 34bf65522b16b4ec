import type { Wording } from '../messages/model.ts'
import { relative } from 'node:path'
import process from 'node:process'
import { stripVTControlCharacters } from 'node:util'
import { Failure, fileFault } from '../failure.ts'
import { wording } from '../messages/wording.ts'

/** What of an error says where it is: Node's `path`, and the `loc` of Vite, Rolldown and Vue's compiler. */
interface Placed { path?: string, loc?: { file?: string, line: number, column: number }, id?: string, errors?: unknown }

/** A bundler says so much of its reason: its kind, its place, its words. In lines. */
const LINES = 3

/**
 * Says why a deck cannot be shown, and what to do.
 *
 * @param path its file
 * @param error what was thrown
 * @returns a message that names the file, with line and column where they are known; what the error says itself follows
 *   as a detail
 */
export function faultOf(path: string, error: unknown): Wording {
  if (error instanceof Failure)
    return error.wording
  const fault = fileFault(error)
  if (typeof fault === 'object')
    return wording('dev-not-read', { path: placeIn(error) ?? path, fault })
  return wording('dev-not-shown', { path: placeIn(error) ?? path, detail: detailOf(error) })
}

/**
 * What an error says itself, in one line.
 *
 * @param error what was thrown
 */
export function detailOf(error: unknown): string {
  const text = stripVTControlCharacters(error instanceof Error ? error.message : String(error))
  return text.split('\n').map(line => line.trim()).filter(line => line !== '').slice(0, LINES).join(' ')
}

/** Where an error is, as FILE:LINE:COLUMN; that of the first where it has several. */
function placeIn(error: unknown): string | undefined {
  const { path, loc, id, errors } = new Object(error) as Placed
  const file = (loc?.file ?? id ?? path)?.replace(/\?.*$/s, '')
  if (file === undefined)
    return Array.isArray(errors) && errors.length > 0 ? placeIn(errors[0]) : undefined
  const name = relative(process.cwd(), file)
  return loc ? `${name}:${loc.line}:${loc.column + 1}` : name
}
