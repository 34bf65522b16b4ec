import type { Suite } from './suite.ts'
import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { toString } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { readDeck } from '../../../scripts/slidev/read.ts'
import { filesBelow, read } from './read.ts'
import { outOf } from './suite.ts'

const NAMES = '[abipu]|center|code|details|div|em|font|h[1-6]|hr|img|kbd|li|ol|picture|source|span|strong|summary|table|tbody|td|th|thead|tr|ul'
/** A tag of HTML that is shown as its letters. Raised and lowered words, and a break in a cell, are drawn from tags. */
const TAG = new RegExp(`(?:\\\\?<\\/?(?:${NAMES})|(?:\\\\<|&lt;)\\/?(?:br|su[bp]))(?:\\s[^<>]*)?\\/?(?:\\\\?>|&gt;)|&lt;\\/?(?:${NAMES})\\s*\\/?&gt;`, 'i')
const WHITE = /\s+/g

/** Markdown as people write it: the READMEs, docs and articles of public repositories. */
export const markdown: Suite = {
  folder: 'markdown',
  source: 'the .md files of public repositories, a folder each',
  async measure(folder, tell) {
    const counts = { files: 0, refused: 0, titled: 0, right: 0, tagged: 0, lossy: 0, losses: 0 }
    for (const path of await filesBelow(folder, /\.md$/i)) {
      const text = await readFile(path, 'utf8')
      const reading = await read(path, text)
      if (!('outline' in reading)) {
        counts.refused++
        tell(`${relative(folder, path)}: refused, ${reading.reason}`)
        continue
      }
      counts.files++
      const title = onlyTitle(text)
      const found = reading.title + reading.outline.subtitle.map(({ value }) => value).join('')
      if (title !== undefined) {
        const isRight = squeeze(found).includes(squeeze(title)) || squeeze(title).startsWith(squeeze(reading.title))
        counts.titled++
        counts.right += Number(isRight)
        if (!isRight)
          tell(`${relative(folder, path)}: title “${reading.title}”, expected “${title}”`)
      }
      const slides = reading.decks.flatMap(({ markdown }) => readDeck(markdown))
      const tag = slides.map(({ body }) => TAG.exec(withoutCode(body))?.[0]).find(Boolean)
      if (tag)
        tell(`${relative(folder, path)}: on a slide ${tag}`)
      counts.tagged += Number(tag !== undefined)
      counts.lossy += Number(reading.losses.length > 0)
      counts.losses += reading.losses.length
      for (const loss of reading.losses.slice(0, 5))
        tell(`${relative(folder, path)}:${loss.place?.line}: lost “${loss.words.slice(0, 60)}” in “${loss.paragraph.slice(0, 60)}”`)
    }
    return [
      { what: 'files with tags on slides', value: outOf(counts.tagged, counts.files) },
      { what: 'title is the only `#`', value: outOf(counts.right, counts.titled) },
      { what: 'files with losses without a message (losses)', value: `${outOf(counts.lossy, counts.files)} (${counts.losses})` },
      { what: 'files refused', value: String(counts.refused) },
    ]
  },
}

/** The one heading of the first rank, where there is one, and no frontmatter that may have another title. */
function onlyTitle(text: string): string | undefined {
  if (/^(?:---|\+\+\+)/.test(text))
    return undefined
  const found: string[] = []
  visit(unified().use(remarkParse).use(remarkGfm).parse(text), 'heading', (heading) => {
    if (heading.depth === 1)
      found.push(toString(heading, { includeImageAlt: false }))
  })
  return found.length === 1 && squeeze(found[0]!) !== '' ? found[0] : undefined
}

/** Markdown without its code, whose tags are meant to be seen. */
function withoutCode(markdown: string): string {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown)
  let text = markdown
  visit(tree, ({ type, position }) => {
    if ((type === 'code' || type === 'inlineCode') && position)
      text = text.slice(0, position.start.offset) + ' '.repeat(position.end.offset! - position.start.offset!) + text.slice(position.end.offset)
  })
  return text
}

function squeeze(text: string): string {
  return text.replace(/<[^>]*>/g, '').replace(WHITE, '').replace(/[^\p{L}\p{N}]+/gu, '')
}
