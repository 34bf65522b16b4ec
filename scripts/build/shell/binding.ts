import type { SlideInfo } from '@slidev/types'
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { wording } from '../../messages/wording.ts'
import { LongWay } from './long-way.ts'
import { CONTEXT, VUE } from './names.ts'

/**
 * Writes what an import gives, from the shell.
 *
 * @param names what is imported, as the statement has it
 * @param from where from
 * @param slide the slide that imports it
 * @param assets the files that the slide shows: one that is imported is added
 * @returns a declaration of the same names
 * @throws LongWay for what the shell does not have
 */
export function binding(names: string, from: string, slide: SlideInfo, assets: string[]): string {
  const layout = LAYOUT.exec(from)?.[1]
  if (layout !== undefined)
    return `const ${names} = shell.layouts[${JSON.stringify(layout)}]`
  if (names.startsWith('{'))
    return `const ${sharedNames(names)} = shell`
  const path = resolve(dirname(slide.source.filepath), decodeURI(from))
  if (!/^\.{1,2}\//.test(from) || /[?#]/.test(from) || !existsSync(path))
    throw new LongWay(wording('way-file', { file: from }))
  return `const ${names} = asset(${assets.push(path) - 1})`
}

/** What `layoutFile` names. */
const LAYOUT = /^\/@fs\/lectern-layout:(.+)$/

/** What Slidev takes for a layout's file: its place in the shell. */
export function layoutFile(name: string): string {
  return `lectern-layout:${name}`
}

const SHARED: readonly string[] = [...VUE, ...CONTEXT]

/** `{ a as b }` → `{ a: b }`. */
function sharedNames(names: string): string {
  const pairs = names.slice(1, -1).split(',').map(pair => pair.trim().split(' as '))
  const unknown = pairs.find(([name]) => !SHARED.includes(name!))
  if (unknown)
    throw new LongWay(wording('way-vue', { name: unknown[0]! }))
  return `{ ${pairs.map(pair => pair.join(': ')).join(', ')} }`
}
