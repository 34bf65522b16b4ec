import type { Node, Scalar } from 'yaml'
import type { Side } from './lines.ts'
import { isMap, isScalar, parseDocument } from 'yaml'
import { mergeLines } from './lines.ts'

/** A key of a frontmatter with all lines of its value; or lines that are no key's: comments, empty ones. */
interface Entry { key?: string, value?: string, text: string }

/** Figures that Lectern works out: a person's own need no decision when they change. */
const WORKED_OUT: readonly string[] = ['cue', 'duration', 'next']

/**
 * Merges two frontmatters that come from one, key by key. What nobody changed keeps its place and its bytes, comments
 * too. A key that a person took out stays out.
 *
 * @param base the frontmatter that both come from
 * @param ours as a person has changed it
 * @param theirs as it was generated anew, with the line ends of `ours`
 * @param prefer the side that wins where both have changed a key
 * @param only the keys that are merged; all where it is left out
 * @returns the merged YAML, and whether both have changed a key
 */
export function mergeFrontmatter(
  base: string,
  ours: string,
  theirs: string,
  prefer: Side,
  only?: readonly string[],
): { text: string, conflict: boolean } {
  const [before, own, next] = [base, ours, theirs].map(entriesOf)
  if (!before || !own || !next)
    return only ? { text: ours, conflict: false } : mergeLines(base, ours, theirs, prefer)
  const isMerged = (key: string | undefined): key is string => key !== undefined && (!only || only.includes(key))
  let conflict = false
  const merged = own.flatMap((entry): Entry[] => {
    const { key } = entry
    if (!isMerged(key))
      return [entry]
    const [old, fresh] = [valueOf(before, key), valueOf(next, key)]
    if (old === fresh || entry.value === fresh)
      return [entry]
    const clash = entry.value !== old && !WORKED_OUT.includes(key)
    conflict ||= clash
    return entry.value === old || (clash && prefer === 'theirs') ? next.filter(other => other.key === key) : [entry]
  })
  // A key that the article brings comes after the one that it comes after there.
  for (const [index, entry] of next.entries()) {
    if (!isMerged(entry.key) || valueOf(own, entry.key) !== undefined || valueOf(before, entry.key) !== undefined)
      continue
    const previous = merged.findIndex(({ key }) => key !== undefined && key === next[index - 1]?.key)
    merged.splice(previous < 0 ? merged.length : previous + 1, 0, entry)
  }
  return { text: merged.map(({ text }) => text).join(''), conflict }
}

/**
 * Takes some keys of a frontmatter, or all but these.
 *
 * @param yaml the frontmatter
 * @param isWanted which keys; lines that are no key's have none
 * @returns the entries' text; nothing where it is no list of keys
 */
export function filterKeys(yaml: string, isWanted: (key: string | undefined) => boolean): string | undefined {
  return entriesOf(yaml)?.filter(({ key }) => isWanted(key)).map(({ text }) => text).join('')
}

/** Cuts a frontmatter into its keys, every byte kept; nothing where it is no list of keys, each on lines of its own. */
function entriesOf(yaml: string): Entry[] | undefined {
  const document = parseDocument(yaml)
  const map = document.contents
  const isPlain = isMap(map) && !map.flow && map.items.every(({ key }) => isScalar(key))
  if (document.errors.length > 0 || (map !== null && !isPlain))
    return undefined
  const data = (document.toJS() ?? {}) as Record<string, unknown>
  const entries: Entry[] = []
  let at = 0
  for (const { key, value } of map?.items ?? []) {
    const name = String((key as Scalar).value)
    const from = (key as Scalar).range![0]
    if (from > 0 && yaml[from - 1] !== '\n')
      return undefined
    const end = (value as Node | null)?.range?.[2] ?? from
    const to = yaml.indexOf('\n', Math.max(from, end - 1)) + 1 || yaml.length
    const entry = { key: name, value: JSON.stringify(data[name] ?? null), text: yaml.slice(from, to) }
    entries.push(...loose(yaml.slice(at, from)), entry)
    at = to
  }
  return [...entries, ...loose(yaml.slice(at))]
}

function loose(text: string): Entry[] {
  return text === '' ? [] : [{ text }]
}

function valueOf(entries: Entry[], key: string): string | undefined {
  return entries.find(entry => entry.key === key)?.value
}
