import type { Root, Yaml } from 'mdast'
import type { Construct } from 'micromark-util-types'
import type { Processor } from 'unified'
import type { VFile } from 'vfile'
import type { HeadData } from './head-data.ts'
import type { Signs } from './signs.ts'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { wording } from '../messages/wording.ts'
import { refuseDeepLines } from './depth.ts'
import { modulesIn } from './dialects/modules.ts'
import { slideSettingsIn } from './dialects/slide-settings.ts'
import { dialectFromMarkdown, dialectSyntax } from './dialects/syntax.ts'
import { formulas } from './dollars.ts'
import { linearEmphasis } from './emphasis-marks.ts'
import { linearFootnotes } from './footnote-marks.ts'
import { headDataOf, withoutHeadData } from './head-data.ts'
import { linearData } from './joined-data.ts'
import { leaveOut } from './left-out.ts'
import { looseHeading, looseHeadings } from './loose-headings.ts'
import { placesOf, positionOf } from './places.ts'
import { setext } from './setext.ts'
import { signsAsText, signsIn } from './signs.ts'
import { besideChinese, linearStrikethrough } from './strike-marks.ts'
import { withTypedIndents } from './typed-indents.ts'
import { linearHtml } from './unclosed-html.ts'

const ASTERISK = 42
const CLOSING_BRACKET = 93
const TILDE = 126

/**
 * A unified parser for Markdown: CommonMark with GFM's tables, footnotes and strikethrough between two tildes,
 * formulas, and data at the head: YAML, TOML or JSON. The signs of other programs are nodes of their own, for
 * `readDialects`. Emphasis that begins or ends with a Chinese mark, 说**“好”**的, is emphasis too, as the themes have it.
 *
 * It throws a VFileMessage for blocks inside blocks, hundreds deep.
 */
export function markdown(this: Processor): void {
  // What constructs may do depends on all of the text: whoever parses says which it is.
  let signs: Signs = signsIn('')
  let loose: ReadonlySet<number> = new Set()
  remarkParse.call(this as never)
  remarkGfm.call(this as never, { singleTilde: false })
  const extensions = this.data('micromarkExtensions')!
  const { text: gfm } = extensions.at(-1)!
  const [strikethrough] = [gfm![TILDE]].flat()
  const [footnote] = [gfm![CLOSING_BRACKET]].flat()
  remarkCjkFriendly.call(this as never)
  extensions.push(linearEmphasis(extensions.at(-1)!.text![ASTERISK] as Construct))
  extensions.push(linearStrikethrough(besideChinese(strikethrough!)), linearFootnotes(footnote!))
  extensions.push(linearData(), linearHtml(() => signs.text))
  formulas.call(this)
  extensions.push(setext, signsAsText(() => signs), looseHeading(() => loose), dialectSyntax)
  this.data('fromMarkdownExtensions')!.push(dialectFromMarkdown as never)
  const parse = this.parser!
  const parseText = (text: string, file: VFile): Root => {
    signs = signsIn(text)
    loose = looseHeadings(text)
    return parse(text, file) as Root
  }
  this.parser = (whole, file) => {
    const data = headDataOf(whole)
    const text = withoutModules(withoutHeadData(whole, data), file)
    refuseDeepLines(text, file)
    const tree = parseText(text, file)
    const indented = withTypedIndents(tree, text)
    return withData(indented === text ? tree : parseText(indented, file), data, file)
  }
}

/** A text without the programs and the settings of slides that stand in it, a space for each of their characters. */
function withoutModules(text: string, file: VFile): string {
  let rest = text
  const settings = slideSettingsIn(text).map(([from, to]) => ({ from, to, reason: wording('left-setting') }))
  const modules = modulesIn(text).map(([from, to]) => ({ from, to, reason: wording('left-module') }))
  for (const { from, to, reason } of [...settings, ...modules]) {
    const words = text.slice(from, to)
    const place = positionOf(from, to, placesOf(file))
    leaveOut(file, words, reason, { ruleId: 'unseen', place })
    rest = rest.slice(0, from) + words.replace(/[^\r\n]/g, ' ') + rest.slice(to)
  }
  return rest
}

/** The data at the head as a node of its own. */
function withData(tree: Root, data: HeadData | undefined, file: VFile): Root {
  if (data) {
    const position = positionOf(0, data.end, placesOf(file))
    tree.children.unshift({ type: 'yaml', value: data.yaml, position } satisfies Yaml)
  }
  return tree
}
