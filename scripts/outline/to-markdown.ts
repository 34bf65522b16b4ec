import type { Heading, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast'
import type { Processor } from 'unified'
import type { Places } from '../article/places.ts'
import { frontmatterToMarkdown } from 'mdast-util-frontmatter'
import { toMarkdown } from 'mdast-util-to-markdown'
import { VFile } from 'vfile'
import { stringify as stringifyYaml } from 'yaml'
import { COMMENT } from '../article/comments.ts'
import { DIALECTS_TO_MARKDOWN } from '../article/dialects/escape.ts'
import { flatText, isComment } from '../article/flat-text.ts'
import { placesOf } from '../article/places.ts'
import { TO_MARKDOWN } from '../article/to-markdown.ts'
import { readTitles } from './body.ts'
import { endsAsSentence } from './draft.ts'
import { readHead, readMeta } from './head.ts'
import { toOutline, withWords } from './outline.ts'

/** The depth at which parts are written: the title is in the frontmatter. */
const PART_DEPTH = 2

/**
 * A unified compiler that writes an article with its headings as Markdown, for a person to correct. What it writes is
 * read as the same outline with the same text.
 *
 * The title block is frontmatter; parts are `##`, points `###`. A heading that is the first sentence of its paragraph
 * keeps its full stop, and is known by it. `---` after the last point opens the part's closing, two of them the
 * article's.
 */
export function toArticleMarkdown(this: Processor): void {
  this.compiler = (tree, file) => {
    const root = tree as Root
    // The outline's own messages are those of reading, and have been told.
    const { title, subtitle, byline, talkLines, language } = toOutline()(root, file)
    const place = placesOf(file)
    const silent = new VFile({ path: file.path, value: file.value })
    const meta = readMeta(root, silent)
    const head = readHead(withWords(root.children.filter(node => node.type !== 'yaml'), silent), meta, silent, place)
    const body = writeBody(head.rest, head.depth, place)
    // A title over text without headings: the text is one part of that name.
    const isHeaded = head.rest.some(node => node.type === 'heading')
    const only: RootContent[] = isHeaded ? [] : [wholeHeading(title.value, place)]
    // They are read below a title that the frontmatter has, too.
    const talk = talkLines.map(({ written }) => paragraphOf(written))
    const yaml = stringifyYaml({
      ...meta,
      title: title.value,
      ...(subtitle.length > 0 && { subtitle: linesOf(subtitle) }),
      ...(meta.author === undefined && meta.date === undefined && bylineMeta(byline)),
      lang: language,
    }, { lineWidth: 0 }).trimEnd()
    return toMarkdown({ type: 'root', children: [{ type: 'yaml', value: yaml }, ...talk, ...only, ...body] }, {
      bullet: '-',
      emphasis: '*',
      rule: '-',
      extensions: [frontmatterToMarkdown(), ...TO_MARKDOWN, DIALECTS_TO_MARKDOWN],
    })
  }
}

/** A part that has the article's title for its own has it to the last mark. */
function wholeHeading(title: string, place: Places): Heading {
  const words = title.split('\n').flatMap((value, at): PhrasingContent[] => [
    ...(at > 0 ? [{ type: 'break' } as const] : []),
    { type: 'text', value },
  ])
  const heading: Heading = { type: 'heading', depth: PART_DEPTH, children: words }
  const { value, runIn } = readTitles([heading], place).get(heading)!
  return value === title && !runIn ? heading : { ...heading, children: withComment(words, COMMENT.whole) }
}

function linesOf(texts: Text[]): string {
  return texts.map(text => text.value).join('\n')
}

/** Reading puts author and date on lines of their own. */
function bylineMeta(byline: Text[]): { author?: string, date?: string } {
  const last = byline.at(-1)?.value ?? ''
  const dated = byline.length > 1 && /\d/.test(last)
  const author = linesOf(dated ? byline.slice(0, -1) : byline)
  return { ...(author !== '' && { author }), ...(dated && { date: last }) }
}

/** The blocks below the title block, parts at their depth. */
function writeBody(nodes: RootContent[], partDepth: number, place: Places): RootContent[] {
  const wanted = readTitles(nodes, place)
  const headings = new Map<Heading, Heading>()
  const blocks = nodes.flatMap((node): RootContent[] => {
    if (node.type !== 'heading')
      return writeBlock(node, place)
    headings.set(node, writeHeading(node, partDepth, place))
    return [headings.get(node)!]
  })
  // What is a number to inference may be none where a heading is read by itself, and the other way about.
  for (const comment of [COMMENT.unnumbered, COMMENT.numbered]) {
    const found = readTitles(blocks, place)
    for (const [node, heading] of headings) {
      if (found.get(heading)!.value !== wanted.get(node)!.value)
        heading.children = withComment(heading.children.filter(child => !isRemark(child, COMMENT.unnumbered)), comment)
    }
  }
  return blocks
}

function withComment(children: PhrasingContent[], comment: string): PhrasingContent[] {
  return [...children, { type: 'text', value: ' ' }, { type: 'html', value: comment }]
}

function writeBlock(node: RootContent, place: Places): RootContent[] {
  if (node.type === 'thematicBreak')
    return node.data?.closes === 'article' ? [{ type: 'thematicBreak' }, { type: 'thematicBreak' }] : [node]
  // Lines that plain text has broken by their length are one.
  if (node.type === 'paragraph' && node.children.length === 1 && node.children[0]!.type === 'text')
    return [{ ...node, children: [{ type: 'text', value: flatText(node, place).text }] }]
  // An element that begins a paragraph would make HTML of all of it, were it not written as the words that it is read
  // as.
  if (node.type === 'paragraph' && node.children[0]?.type === 'html' && !isComment(node.children[0]))
    return [{ ...node, children: [{ type: 'text', value: node.children[0].value }, ...node.children.slice(1)] }]
  return [node]
}

/** A heading with its number, and with its full stop where it is a sentence; a comment says what its end does not. */
function writeHeading(node: Heading, partDepth: number, place: Places): Heading {
  const depth = Math.min(6, node.depth - partDepth + PART_DEPTH) as Heading['depth']
  if (!node.data)
    return { ...node, depth }
  const value = (node.data.runIn ?? node.data.whole)?.value.trimEnd() ?? flatText(node, place).text
  const runIn = node.data.runIn !== undefined
  const words: PhrasingContent[] = [{ type: 'text', value }]
  const comment = runIn ? COMMENT.runIn : COMMENT.alone
  return { type: 'heading', depth, children: endsAsSentence(value) === runIn ? words : withComment(words, comment) }
}

function paragraphOf(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] }
}

function isRemark(node: PhrasingContent, comment: string): boolean {
  return node.type === 'html' && node.value === comment
}
