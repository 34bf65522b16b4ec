import type { Root } from 'mdast'
import { readdirSync, readFileSync } from 'node:fs'
import { toString } from 'mdast-util-to-string'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { isMute, prune } from '../../scripts/article/html/measure.ts'
import { toJson } from '../../scripts/outline/json.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { lecternParse } from '../../scripts/plugins.ts'
import { verifyDecks } from '../support/verify.ts'

/**
 * What a reader of a page wants of it: a part that begins with ? may be missing; `has` stands in the text, in lists
 * too.
 */
interface Wanted {
  title: string
  subtitle?: string
  subtitleHas?: string[]
  bylineHas?: string[]
  bylineNot?: string[]
  parts: string[]
  has: string[]
  hasNot?: string[]
  once?: string[]
  notes?: string[]
  nested?: [string, string][]
  listItems?: string[]
  pictures?: string[]
  urls?: string[]
}

const FOLDER = new URL('../fixtures/pages/', import.meta.url)
const WANTED = JSON.parse(readFileSync(new URL('expected.json', FOLDER), 'utf8')) as Record<string, Wanted>

function open(name: string): VFile {
  return new VFile({ path: `${name}.html`, value: readFileSync(new URL(`${name}.html`, FOLDER), 'utf8') })
}

/** The words of each node of a type: of an item its own, without those of lists below it. */
function wordsOf(tree: Root, type: string): string[] {
  const found: string[] = []
  visit(tree, type, node => void found.push(toString(node)))
  return found
}

/** Pairs of items, the second below the first. */
function nesting(tree: Root): string[] {
  const pairs: string[] = []
  visit(tree, 'listItem', (item) => {
    const [own, ...below] = item.children
    for (const list of below) {
      if (list.type === 'list')
        pairs.push(...list.children.map(inner => `${toString(own)} > ${toString(inner.children[0])}`))
    }
  })
  return pairs
}

function topItems(tree: Root): string[] {
  return tree.children.flatMap(node => node.type === 'list' ? node.children.map(item => toString(item.children[0])) : [])
}

describe('pages as people save them', () => {
  it('are all wanted', () => {
    expect(readdirSync(FOLDER).filter(name => name.endsWith('.html')).map(name => name.slice(0, -5)).sort()).toEqual(Object.keys(WANTED).sort())
  })

  it.each(Object.entries(WANTED))('%s', (name, wanted) => {
    const file = open(name)
    const { title, subtitle = '', byline = '', lead, parts, closing } = toJson(outlineOf(file))
    const tree = unified().use(lecternParse).parse(open(name))
    const text = JSON.stringify([lead, parts, closing])
    expect({ title, parts: parts.map(part => part.title).filter(part => !wanted.parts.includes(`?${part}`)) })
      .toEqual({ title: wanted.title, parts: wanted.parts.filter(part => !part.startsWith('?')) })
    if (wanted.subtitle !== undefined)
      expect(subtitle).toBe(wanted.subtitle)
    const within = (words: string[] = [], where: string): string[] => words.filter(one => where.includes(one))
    expect(within(wanted.subtitleHas, subtitle)).toEqual(wanted.subtitleHas ?? [])
    expect(within(wanted.bylineHas, byline)).toEqual(wanted.bylineHas ?? [])
    expect(within(wanted.bylineNot, byline)).toEqual([])
    expect(within(wanted.has, text)).toEqual(wanted.has)
    expect(within(wanted.hasNot, `${text}${byline}${subtitle}`)).toEqual([])
    expect(within(wanted.subtitleHas, text)).toEqual([])
    expect(within(wanted.bylineHas, text)).toEqual([])
    for (const once of wanted.once ?? [])
      expect([once, tree.children.filter(node => toString(node).endsWith(once)).length]).toEqual([once, 1])
    expect(wordsOf(tree, 'footnoteDefinition')).toEqual(wanted.notes ?? [])
    expect(nesting(tree)).toEqual(expect.arrayContaining((wanted.nested ?? []).map(pair => pair.join(' > '))))
    expect(topItems(tree)).toEqual(expect.arrayContaining(wanted.listItems ?? []))
    const pictures: { alt: string, url: string }[] = []
    visit(tree, 'image', ({ alt, url }) => void pictures.push({ alt: alt ?? '', url }))
    expect(pictures.map(({ alt }) => alt)).toEqual(wanted.pictures ?? [])
    if (wanted.urls)
      expect(pictures.map(({ url }) => url)).toEqual(wanted.urls)
    verifyDecks(open(name))
  })
})

/** The words of a page's texts, without those for the machine. */
function pieces(html: string): string[] {
  const page = unified().use(rehypeParse).parse(html)
  prune(page, element => isMute(element) || element.tagName === 'title')
  const found: string[] = []
  visit(page, 'text', ({ value }) => void found.push(...value.split(/[^\p{L}\p{N}]+/u)))
  return found.filter(words => words !== '')
}

describe('no word of a page is lost without a word', () => {
  it.each(Object.keys(WANTED))('%s', (name) => {
    const file = open(name)
    const tree = unified().use(lecternParse).parse(file)
    const alts: string[] = []
    visit(tree, 'image', ({ alt }) => void alts.push(alt ?? ''))
    visit(tree, 'list', ({ start, children }) => void alts.push(...children.map((_, index) => String((start ?? 1) + index))))
    const known = [toString(tree), ...alts, ...file.data.leftOut?.map(({ words }) => words) ?? []].join('').replace(/[^\p{L}\p{N}]+/gu, '')
    expect(pieces(String(file)).filter(words => !known.includes(words))).toEqual([])
  })
})
