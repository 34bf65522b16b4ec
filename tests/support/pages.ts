import type { Nodes, Root } from 'mdast'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { SKIP, visit } from 'unist-util-visit'

/** A page of the documentation, by its path from the project's root. */
export interface DocPage { path: string, tree: Root }

/** What a reader of a page does, one thing after the other. */
export type Step
  = | { kind: 'write', file: string, text: string }
    | { kind: 'change', file: string, hunks: Hunk[] }
    | { kind: 'run', command: string, code: number, line: number, output?: string }

/** Neighbouring lines of a file, as they were and as they are to be. */
export interface Hunk { before: string, after: string }

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Every Markdown page that a person reads: those at the root, in docs, and the themes'. */
export function docPages(): DocPage[] {
  const folders = ['', 'docs/', 'docs/zh-CN/', 'themes/shared/', 'themes/shared/fonts/', 'themes/study/', 'themes/plain/']
  const paths = folders.flatMap(folder => readdirSync(root(folder)).filter(file => file.endsWith('.md') && !file.startsWith('example')).map(file => `${folder}${file}`))
  return paths.sort().map(path => ({ path, tree: parse(readFileSync(root(path), 'utf8')) }))
}

/** The tree of a page's Markdown. */
export function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
}

/**
 * What a page tells its reader to do, in order:
 * - a block ```LANGUAGE FILE is a file to write, ```diff FILE a file to change;
 * - each line of a block ```sh is a command; it ends with 0, or as `# ends with 1` after it says;
 * - a block ```text right after such a block is what its last command prints, where a line `…` stands for any lines.
 */
export function stepsOf({ tree }: DocPage): Step[] {
  const steps: Step[] = []
  let ran = false
  visit(tree, (node) => {
    if (node.type === 'root' || node.type === 'listItem' || node.type === 'list')
      return undefined
    const last = steps.at(-1)
    const hasRun = ran
    ran = node.type === 'code' && node.lang === 'sh'
    if (node.type === 'code' && node.lang === 'sh')
      steps.push(...node.value.split('\n').map((line, index) => commandOf(line, node.position!.start.line + 1 + index)))
    else if (node.type === 'code' && node.lang === 'text' && hasRun && last?.kind === 'run')
      last.output = node.value
    else if (node.type === 'code' && node.lang === 'diff' && node.meta)
      steps.push({ kind: 'change', file: node.meta, hunks: hunksOf(node.value) })
    else if (node.type === 'code' && node.meta)
      steps.push({ kind: 'write', file: node.meta, text: `${node.value}\n` })
    return SKIP
  })
  return steps
}

function commandOf(line: string, at: number): Step {
  const [command, code = '0'] = line.split(' # ends with ')
  return { kind: 'run', command: command!, code: Number(code), line: at }
}

/**
 * A diff without numbers of lines: what begins with a plus comes, what begins with a minus goes; `@@` parts neighbours.
 */
function hunksOf(diff: string): Hunk[] {
  return diff.split(/^@@.*\n/m).map(hunk => ({ before: side(hunk, '-'), after: side(hunk, '+') }))
}

function side(hunk: string, sign: '+' | '-'): string {
  return hunk.split('\n').filter(line => line === '' || line.startsWith(sign) || line.startsWith(' ')).map(line => line.slice(1)).join('\n')
}

/**
 * Whether what a command printed is what its page shows: to the letter, but for lines that a line `…` stands for, and
 * spaces at a line's end.
 */
export function isOutput(shown: string, printed: string): boolean {
  const lines = shown.split('\n').map(line => line === '…' ? '(?:.*\n)*?' : `${escapeRegExp(line)}\n`)
  return new RegExp(`^${lines.join('')}$`).test(`${printed.trimEnd().replace(/ +$/gm, '')}\n`)
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

/** Every node of a type on a page. */
export function nodesOf<T extends Nodes['type']>({ tree }: DocPage, type: T): Extract<Nodes, { type: T }>[] {
  const nodes: Extract<Nodes, { type: T }>[] = []
  visit(tree, type, (node) => {
    nodes.push(node as Extract<Nodes, { type: T }>)
  })
  return nodes
}
