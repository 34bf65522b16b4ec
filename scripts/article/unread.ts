import type { Root, Yaml } from 'mdast'
import type { VFile } from 'vfile'
import type { Node, YAMLMap } from 'yaml'
import type { Wording } from '../messages/model.ts'
import type { Frontmatter } from './frontmatter.ts'
import { visit } from 'unist-util-visit'
import { isMap, isScalar, isSeq, Lexer, parseDocument } from 'yaml'
import { wording } from '../messages/wording.ts'
import { COMPUTED } from './frontmatter.ts'
import { leaveOut } from './left-out.ts'
import { placesOf, positionOf } from './places.ts'

/** Keys of frontmatter whose words stand on slides, and those that say how decks are to be made. */
const SHOWN: ReadonlySet<string> = new Set<keyof Frontmatter | 'authors'>([
  'title',
  'subtitle',
  'author',
  'authors',
  'date',
  'speaker',
  'organization',
])
const SETTINGS: ReadonlySet<string> = new Set<keyof Frontmatter>(['lang', 'logo', 'theme', 'density', 'minutes'])

/**
 * A remark plugin that says which keys of a Markdown article's frontmatter mean nothing to Lectern. What says how the
 * decks are to be made is counted, and nothing is said.
 *
 * @returns a transformer; the file has a message for each
 */
export function tellUnread() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'yaml', (node) => {
      countRemarks(node, file)
      tellKeys(node, file)
    })
  }
}

/**
 * Counts what is remarked in the data, and says nothing: it is no text. A remark has a line of its own in TOML, and may
 * stand behind a value in YAML (YAML 1.2.2, 6.6).
 */
function countRemarks({ position }: Yaml, file: VFile): void {
  const source = placesOf(file).source.slice(position?.start.offset ?? 0, position?.end.offset)
  const remarks = source.startsWith('---') ? remarksIn(source) : Array.from(source.matchAll(/^[ \t]*#.*$/gm), rangeOf)
  for (const [from, to] of remarks)
    leaveOut(file, source.slice(from, to).replace(/^[\s#]+/, ''), wording('left-comment'))
}

function rangeOf({ index, 0: found }: RegExpExecArray): [from: number, to: number] {
  return [index, index + found.length]
}

/** The comments of YAML, by its own lexer: what follows U+001F is a value. */
function remarksIn(source: string): [from: number, to: number][] {
  const found: [from: number, to: number][] = []
  let at = 0
  let before = ''
  for (const token of new Lexer().lex(source)) {
    if (token.startsWith('#') && before !== VALUE)
      found.push([at, at + token.length])
    at += NO_TEXT.has(token) ? 0 : token.length
    before = token
  }
  return found
}

/** The lexer's sign before a value, and those before a document, inside a flow and of its end. */
const VALUE = '\u001F'
const NO_TEXT: ReadonlySet<string> = new Set([VALUE, '\u0002', '\u0018'])

function tellKeys(node: Yaml, file: VFile): void {
  const place = placesOf(file)
  const base = place.source.indexOf(node.value, node.position?.start.offset ?? 0)
  const { contents, errors } = parseDocument(node.value, { logLevel: 'silent' })
  const leave = (value: Node | null, reason: Wording, isTold: boolean): void => {
    if (!value?.range)
      return
    const [from, to] = value.range
    const rule = { ruleId: 'frontmatter' as const, place: positionOf(base + from, base + to, place) }
    leaveOut(file, node.value.slice(from, to), reason, isTold ? rule : undefined)
  }
  // What is no YAML is told where it is read, all of it.
  if (errors.length > 0)
    return leaveOut(file, node.value, wording('left-not-yaml'))
  if (!isMap(contents))
    return leave(contents as Node | null, wording('left-no-keys'), true)
  for (const { key, value } of contents.items) {
    const name = isScalar(key) ? String(key.value) : ''
    if (name === 'date' && isScalar(value) && COMPUTED.test(String(value.value))) {
      leave(value as Node, wording('left-computed-date'), false)
    }
    else if (!SHOWN.has(name)) {
      const reason = name === '' ? wording('left-key-unnamed') : wording('left-key', { name })
      leave(value as Node | null, reason, !SETTINGS.has(name))
    }
    else if (!isScalar(value)) {
      (isSeq(value) ? value.items as Node[] : [value as Node])
        .filter(item => !isScalar(item))
        .flatMap(item => name.startsWith('author') && isMap(item) ? besideName(item) : [item])
        .forEach(item => leave(item, wording('left-key-no-text', { name }), true))
    }
  }
}

/** Somebody may be written as an object: `readFrontmatter` takes the name, and leaves the rest. */
function besideName(item: YAMLMap): Node[] {
  const isName = (key: unknown): boolean => isScalar(key) && /^(?:name|literal|given|family)$/.test(String(key.value))
  return item.items.flatMap(({ key, value }) => isName(key) || !value ? [] : [value as Node])
}
