/** What lines that are marks begin with. */
export const LINE_STARTS = ':{\\.[@%!?=^'

/** Attributes in braces, as pandoc, kramdown and markdown-it-attrs have them: {#id .class key="value"}. Between them stand spaces. */
const ATTRIBUTE = String.raw`(?:[#.][^\s{}"'=#]+|-|=[\w-]+|[\w:-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s"'{}]+))`
const ATTRIBUTES = String.raw`\{:?[ \t]*${ATTRIBUTE}(?:[ \t]+${ATTRIBUTE})*[ \t]*\}`
/** Attributes that stand at a text's beginning, behind what they belong to. */
export const LEADING_ATTRIBUTES = new RegExp(`^${ATTRIBUTES}`)
/** Attributes at a block's end. {x=1} is text there. */
export const TRAILING_ATTRIBUTES = new RegExp(String.raw`(?:^|[ \t]+|(?<=\S))(?=\{:?[ \t]*(?:[#.]|-[ \t]*\}|[\w:-]+=["']))${ATTRIBUTES}[ \t]*$`)

/**
 * A fence of a division: its colons, then attributes in braces, or a name and, in brackets or without, a title (pandoc's manual, “Divs and Spans”;
 * VuePress, “Custom containers”; Docusaurus, “Admonitions”). Without anything it ends one.
 */
export const FENCE = /^:{3,}[ \t]*(?:(?:(?<attributes>\{[^{}]*\})|(?<name>[a-z][\w-]*)(?:\[(?<title>[^\]]*)\])?[ \t]*(?:\{[^{}]*\}[ \t]*)?(?<words>[^:\s{][^{}]*?)?)[ \t]*)?:*$/i
/** A tag of a site's program that has its line to itself: Liquid, Nunjucks, Hugo's shortcodes. */
export const TAG_LINE = /^(?:\{%-?\s*(?<tag>\/?[a-z][\w-]*)(?:(?!%\}|\{%).)*%\}|\{\{[<%]\s*(?<code>\/?\s*[a-z][\w/.-]*)(?:(?![>%]\}\}).)*[>%]\}\})$/i
/** Words set apart by their indent (Python-Markdown, “Admonition”; PyMdown, “Details” and “Tabbed”). */
export const ADMONITION = /^(?:(?:!!!|\?\?\?\+?)[ \t]+[a-z][\w-]*(?:[ \t]+[a-z][\w-]*)*|===[!+]?)(?:[ \t]+"(?<title>[^"]*)")?$/i
/** Nothing but the edge of a comment (Obsidian, “Comments”). */
export const COMMENT_EDGE = /^%%$/
/** The place of a table of contents, a pause, a page's end, attributes of the block above, a block's own name. */
const BARE = [
  /^@?\[toc\](?:\([^)]*\))?$/i,
  /^\[\[_?toc_?\]\]$/i,
  /^\{:[^{}]*\}$/,
  /^\.(?: \.){2}$/,
  /^\\(?:newpage|pagebreak|clearpage|cleardoublepage|tableofcontents|maketitle|appendix|bigskip|medskip|smallskip|vfill|hrule|noindent|[vh]space\*?\{[^{}]*\})(?:\[[^\]]*\])?(?:\{\})?$/,
  /^\^[a-z\d][a-z\d-]+$/i,
]
const MARKS = [FENCE, TAG_LINE, ADMONITION, COMMENT_EDGE, ...BARE]

/**
 * Whether a line is nothing but a mark of the program that the article was written for.
 *
 * @param line a line, less its indent
 */
export function isLineMark(line: string): boolean {
  const words = line.trim()
  return MARKS.some(mark => mark.test(words))
}
