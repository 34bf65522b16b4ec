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
 * Counts what is remarked in the data, and says nothing: it is no text. A remark has a line of its own, or stands
 * behind a value (YAML 1.2.2, 6.6; TOML 1.0.0, “Comment”).
 */
function countRemarks({ position }: Yaml, file: VFile): void {
  const source = placesOf(file).source.slice(position?.start.offset ?? 0, position?.end.offset)
  const remarks = source.startsWith('---') ? remarksOfYaml(source) : remarksOfToml(source)
  for (const [from, to] of remarks)
    leaveOut(file, source.slice(from, to).replace(/^[\s#]+/, ''), wording('left-comment'))
}

/** The strings of TOML, in which a # is a character, and its remarks. */
const TOML = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#.*/g

function remarksOfToml(source: string): [from: number, to: number][] {
  return Array.from(source.matchAll(TOML), ({ index, 0: found }): [number, number] => [index, index + found.length])
    .filter(([from]) => source[from] === '#')
}

/** The comments of YAML, by its own lexer; block scalars have their indent before them. */
function remarksOfYaml(source: string): [from: number, to: number][] {
  const found: [from: number, to: number][] = []
  let at = 0
  for (const token of new Lexer().lex(source)) {
    if (token.startsWith('#'))
      found.push([at, at + token.length])
    at += NO_TEXT.has(token) ? 0 : token.length
  }
  return found
}

/** The lexer's signs before a value, before a document and inside a flow: they are not in the file. */
const NO_TEXT: ReadonlySet<string> = new Set(['\u001F', '\u0002', '\u0018'])

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
