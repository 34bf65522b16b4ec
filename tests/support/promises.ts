import type { SlidevMarkdown } from '@slidev/types'
import type { DeckFile } from '../../scripts/slidev/stringify.ts'
import { parseSync } from '@slidev/parser'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { mathFromMarkdown } from 'mdast-util-math'
import { toString } from 'mdast-util-to-string'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { gfm } from 'micromark-extension-gfm'
import { math } from 'micromark-extension-math'
import { labelsFor } from '../../scripts/language/labels.ts'

/** What Slidev and the themes read: GFM, mathematics, emphasis next to Chinese marks. */
const GFM = {
  extensions: [gfm(), math(), cjkFriendlyExtension()],
  mdastExtensions: [gfmFromMarkdown(), mathFromMarkdown()],
}

/** A deck parsed again, as Slidev sees it. */
export function parseDeck(deck: DeckFile): SlidevMarkdown['slides'] {
  return parseSync(deck.markdown, deck.name).slides as SlidevMarkdown['slides']
}

/** The blocks of a slide's Markdown as text, in order: headings, paragraphs, items. */
export function blocksOf(markdown: string): { kind: 'title' | 'text', text: string }[] {
  const tree = fromMarkdown(markdown, GFM)
  const blocks: { kind: 'title' | 'text', text: string }[] = []
  const walk = (node: typeof tree | typeof tree.children[number]): void => {
    if (node.type === 'heading')
      blocks.push({ kind: 'title', text: toString(node, { includeHtml: false }) })
    else if (node.type === 'paragraph' || node.type === 'code' || node.type === 'math' || node.type === 'tableCell')
      blocks.push({ kind: 'text', text: toString(node, { includeHtml: false }) })
    else if ('children' in node)
      node.children.forEach(child => walk(child as typeof tree.children[number]))
  }
  walk(tree)
  return blocks
}

/**
 * The text of a note, as Slidev renders it: its marks, [click], become elements without text before Markdown is read.
 */
export function noteText(note: string | undefined): string {
  return blocksOf(note?.replace(/\[click(?::\d+)?\]/gi, '<i></i>') ?? '').map(block => block.text).join('\n')
}

/** All white space gone, and all that shows nothing: what is compared is words. */
export function squeeze(text: string): string {
  return text.replace(/[\s\p{Default_Ignorable_Code_Point}\p{Cc}\uFFF9-\uFFFB]+/gu, '')
}

/** The blocks of a slide's Markdown whose words are not on it as it is shown. */
export function missingWords(shown: string, slide: { content: string }): string[] {
  return blocksOf(slide.content).map(block => block.text).filter(text => !squeeze(shown).includes(squeeze(text)))
}

/** Takes a page count from a title. */
export function withoutPage(title: string): string {
  return title.replace(/（\d+\/\d+）$| ?\(\d+\/\d+\)$/, '')
}

/** Tells whether a text is one of the listed labels. */
export function labelsOf(language: string, decks: number): (text: string) => boolean {
  const labels = labelsFor(language)
  const parts = Array.from({ length: decks }, (_, index) => labels.partOf(index + 1, decks))
  const listed = new Set([labels.contents, labels.summary, labels.questions, labels.ellipsis, ...parts])
  const templates = labels.questionTemplates.map(template => template('\0').split('\0') as [string, string])
  const isQuestion = (text: string): boolean =>
    templates.some(([before, after]) => text.startsWith(before) && text.endsWith(after))
  return text => listed.has(text) || isQuestion(text)
}
