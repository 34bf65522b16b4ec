/** What lines that are marks begin with. */
export const LINE_STARTS = ':{\\.[@%!?=^(ie'

/**
 * Attributes in braces, as pandoc, kramdown and markdown-it-attrs have them: {#id .class key="value"}. Between them
 * stand spaces.
 */
const ATTRIBUTE = String.raw`(?:[#.][^\s{}"'=#]+|-|=[\w-]+|[\w:-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s"'{}]+))`
const ATTRIBUTES = String.raw`\{:?[ \t]*${ATTRIBUTE}(?:[ \t]+${ATTRIBUTE})*[ \t]*\}`
/** Attributes that stand at a text's beginning, behind what they belong to. */
export const LEADING_ATTRIBUTES = new RegExp(`^${ATTRIBUTES}`)
/** Attributes that are all that follows a block's words. {x=1} is text there. */
export const LAST_ATTRIBUTES = new RegExp(String.raw`^(?=\{:?[ \t]*(?:[#.]|-[ \t]*\}|[\w:-]+=["']))${ATTRIBUTES}$`)

/** A fence of a division. Without anything it ends one. */
export interface Fence {
  isEnd: boolean
  classes: string[]
  /** What it is called by: fig-ferry. */
  name?: string
  /** The title that it gives the division. */
  title?: string
}

/**
 * Reads a fence of a division: its colons, then attributes in braces, or a name and, in brackets or without, a title
 * (pandoc's manual, “Divs and Spans”; VuePress, “Custom containers”; Docusaurus, “Admonitions”).
 *
 * @param line a line without space at its edges
 * @returns what it says; nothing where it is text
 */
export function fenceOf(line: string): Fence | undefined {
  const colons = /^:{3,}/.exec(line)?.[0].length
  if (colons === undefined)
    return undefined
  let end = line.length
  while (end > colons && line[end - 1] === ':')
    end--
  const rest = line.slice(colons, end).trim()
  if (rest === '')
    return { isEnd: true, classes: [] }
  if (/^\{[^{}]*\}$/.test(rest)) {
    const title = /\btitle="([^"]*)"/.exec(rest)?.[1]
    const classes = Array.from(rest.matchAll(/\.([\w-]+)/g), match => match[1]!)
    const name = /#([\w-]+)/.exec(rest)?.[1]
    return { isEnd: false, classes, ...(name !== undefined && { name }), ...(title !== undefined && { title }) }
  }
  const [head, name] = /^\{?([a-z][\w-]*)\}?/i.exec(rest) ?? []
  if (head === undefined || name === undefined)
    return undefined
  const words = rest.slice(head.length).replace(/\{[^{}]*\}/, '').trim().replace(/^\[([^\]]*)\]$/, '$1')
  return { isEnd: false, classes: [name], ...(words !== '' && { title: words }) }
}

/**
 * The name of a tag of a site's program that has its line to itself: Liquid, Nunjucks, Hugo's shortcodes.
 *
 * @param line a line without space at its edges
 * @returns the name, with the slash of one that ends something; nothing where the line is none
 */
export function tagNameOf(line: string): string | undefined {
  const [open, close] = SIGNS.find(([opening]) => line.startsWith(opening)) ?? []
  if (open === undefined || close === undefined)
    return undefined
  if (line.indexOf(close) !== line.length - close.length || line.indexOf(open, 1) > 0)
    return undefined
  return /^\/?[a-z][\w/.-]*/i.exec(line.slice(open.length).replace(/^-/, '').trimStart())?.[0]
}

/** What opens and closes a template's tag. */
const SIGNS = [['{%', '%}'], ['{{<', '>}}'], ['{{%', '%}}']] as const

/** Words set apart by their indent (Python-Markdown, “Admonition”; PyMdown, “Details” and “Tabbed”). */
export const ADMONITION = new RegExp(`^(?:${[
  String.raw`(?:!!!|\?\?\?\+?)[ \t]+[a-z][\w-]*(?:[ \t]+[a-z][\w-]*)*(?:[ \t]+"(?<title>[^"]*)")?`,
  String.raw`===[!+]?[ \t]+"(?<tab>[^"]*)"`,
].join('|')})$`, 'i')
/** Nothing but the edge of a comment (Obsidian, “Comments”). */
export const COMMENT_EDGE = '%%'
/** The place of a table of contents, a pause, a page's end, attributes of the block above, a block's own name. */
const BARE = [
  /^@?\[toc\](?:\([^)]*\))?$/i,
  /^\[\[_?toc_?\]\]$/i,
  /^\{:[^{}]*\}$/,
  // A slot of a slide (Slidev, “Slot Sugar”).
  /^::[a-z][\w-]*::$/,
  /^\.(?: \.){2}$/,
  new RegExp(String.raw`^\\(?:${[
    'newpage|pagebreak|clearpage|cleardoublepage|tableofcontents|maketitle|appendix',
    'bigskip|medskip|smallskip|vfill|hrule|noindent',
  ].join('|')})(?:\{\})?$`),
  /^\\(?:(?:new|page)break|[vh]space\*?)[[{][^{}[\]]*[\]}]$/,
  /^\^[a-z\d][a-z\d-]+$/i,
  // A target, and what is set of a directive (MyST, “Targets and cross-referencing”, “Directives”).
  /^\([\w:./-]+\)=$/,
  /^:(?:class|name|label|width|height|align|figclass|open|icon|color|linenos|lines):(?:[ \t].*)?$/,
  // What a page's program brings in, and what it gives away (MDX, “ESM”).
  /^import\s(?:[\w{},*\s]{1,200}\sfrom\s+)?(?:"[^"]+"|'[^']+');?$/,
  new RegExp([
    String.raw`^export\s+(?:(?:const|let|var)\s+\w+\s*=|(?:async\s+)?function\s+\w+\s*\([^()]*\)\s*\{)`,
    String.raw`[^。！？]*(?:[;})\]"'>]|\b(?:\d+|true|false|null))$`,
  ].join('')),
]

/**
 * Whether a line is nothing but a mark of the program that the article was written for.
 *
 * @param line a line, less its indent
 */
export function isLineMark(line: string): boolean {
  const words = line.trim()
  const isNamed = fenceOf(words) !== undefined || tagNameOf(words) !== undefined
  return words === COMMENT_EDGE || isNamed || ADMONITION.test(words) || BARE.some(mark => mark.test(words))
}
