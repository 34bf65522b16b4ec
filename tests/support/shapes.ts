import { DOCUMENTS } from './docx-shapes.ts'
import { times } from './times.ts'

/** A text that grows: one of so many pieces. */
export interface Shape {
  name: string
  /** The article's ending. */
  ending: '.txt' | '.md' | '.html' | '.docx'
  /** Of a Word document this is the XML of its body, or of all its parts. */
  of: (count: number) => string
}

type Frame = readonly [name: string, of: (open: string, close: string, count: number) => string]

/** How marks may stand: `m` is the mark, `M` what closes it. */
const FRAMES: readonly Frame[] = [
  ['m…', (open, _, count) => `${open.repeat(count)}甲`],
  ['m…甲M…', (open, close, count) => `${open.repeat(count)}甲${close.repeat(count)}`],
  ['m甲…', (open, _, count) => `${open}甲`.repeat(count)],
  [' m 甲…', (open, _, count) => ` ${open} 甲`.repeat(count)],
  ['m甲M…', (open, close, count) => `${open}甲${close}`.repeat(count)],
  ['甲m乙M…', (open, close, count) => `甲${open}乙${close}`.repeat(count)],
  ['m甲M …', (open, close, count) => `${open}甲${close} `.repeat(count)],
  ['m甲M↵…', (open, close, count) => `${open} 甲${close}\n`.repeat(count)],
  ['m甲M↵↵…', (open, close, count) => `${open}甲${close}\n\n`.repeat(count)],
  ['m 甲↵↵…', (open, _, count) => `${open} 甲乙丙\n\n丁戊己。\n\n`.repeat(count)],
]

/** What each reader, and the planner behind it, takes for a mark. */
export const TEXT_MARKS = [
  '（）', '()', '[]', '【】', '“”', '‘’', '《》', '「」', '""', '\'\'', '。', '，', '；', '：', '、', '？', '！', '…', '—', '. ', ', ', '; ', ': ', '-', '·', '~', '/', '\u3000',
]
export const NUMBERS = ['一、', '（一）', '1.', '1. ', '(1)', '第一章 ', '一是', '第一，', '3', '百分之三', '3%', '1990年', 'IV.', '①', '和', '是', '不是', '的', '为什么', '如果', '但', '有的', 'A. ', 'and ']
export const MARKDOWN_MARKS = [
  '**', '__', '*', '_', '***', '~', '~~', '`', '``', '$', '$$', '![', '[^', '[]', '](', '](a)', '<>', '<a>', '<!--', '&', '&amp;', '\\', '|', '| a |', 'http://a.cn/', 'www.a.cn/', 'a@a.cn ', '>', '> ', '#', '# ', '## ', '### ',
  '- ', '* ', '1. ', '+ ', '===', '---', '```', '~~~', '    ', '\t', '[a]: b', '[^a]: ', '[a]', '[^a]', '![a](b)', ':', '{', '{{}}', '- [ ] ', '  - ', '#\t', '***\n', '|-|\n',
]
const CLOSED: Readonly<Record<string, string>> = { '![': '](a)', '[^': ']', '](': ')', '<!--': '-->', '<a>': '</a>', '```': '\n```\n', '$$': '$$' }

export const ELEMENTS = [
  'a', 'b', 'i', 'u', 's', 'sub', 'sup', 'code', 'span', 'p', 'div', 'section', 'article', 'ul', 'ol', 'li', 'dl', 'dt', 'table', 'tr', 'td', 'thead', 'caption', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h6',
  'details', 'summary', 'ruby', 'rt', 'figure', 'figcaption', 'svg', 'math', 'mi', 'mrow', 'select', 'option', 'script', 'style', 'noscript', 'template', 'title', 'header', 'footer', 'nav', 'aside', 'font', 'center', 'button', 'form',
  'label', 'textarea', 'iframe', 'object', 'video', 'q', 'del', 'ins', 'mark', 'nobr', 'body', 'html', 'head',
]
export const VOID = ['<br>', '<hr>', '<img src="a.png" alt="b">', '<input>', '<!--a-->', '<wbr>', '&nbsp;', '&lt;', '<', '</p>', '</b>', '<!--', '<![CDATA[', ' ', '\n', '<p hidden>', '<br><br>', '<a href="#b">']

function framed(ending: Shape['ending'], open: string, close: string, frames: readonly Frame[] = FRAMES): Shape[] {
  return frames.map(([frame, of]) => ({
    name: frame.replaceAll('m', open).replaceAll('M', close).replaceAll('\n', '↵').replaceAll('\t', '⇥'),
    ending,
    of: count => of(open, close, count),
  }))
}

function marks(all: readonly string[]): [open: string, close: string][] {
  return all.map((mark) => {
    const known = CLOSED[mark]
    if (known !== undefined)
      return [mark, known]
    const isPair = mark.length === 2 && mark[0] !== mark[1] && /[（([【“‘《「<]/.test(mark)
    return isPair || mark === '""' || mark === '\'\'' ? [mark[0]!, mark[1]!] : [mark, /^\S+ $/.test(mark) ? '' : mark]
  })
}

/** Lists inside lists: the text grows with the square of their depth. */
const NESTED: readonly Shape[] = [
  ['lists', '- '], ['numbered lists', '1. '], ['quotations', '> '],
].map(([name, mark]): Shape => ({
  name: `${name} inside ${name}, line by line`,
  ending: '.md',
  of: count => Array.from({ length: Math.ceil(Math.sqrt(count)) }, (_, depth) => `${(mark === '> ' ? mark : ' '.repeat(mark!.length)).repeat(depth)}${mark}甲\n`).join(''),
}))

/** Pages that grow in what stands inside one element. */
const PAGES: readonly Shape[] = ([
  ['attributes of one element', count => `<p ${Array.from({ length: count }, (_, at) => `a${at}="b"`).join(' ')}>甲</p>`],
  ['classes of one element', count => `<p class="${Array.from({ length: count }, (_, at) => `a${at}`).join(' ')}">甲</p>`],
  ['one long word', count => `<p>${'甲'.repeat(count)}</p>`],
  ['one long style', count => `<style>${'p { color: red }'.repeat(count)}</style><p>甲</p>`],
  ['one long attribute', count => `<p title="${'甲 '.repeat(count)}">甲</p>`],
  ['cells of one row', count => `<table><tr>${'<td>甲</td>'.repeat(count)}</tr></table>`],
  ['rows', count => `<table>${'<tr><td>甲</td><td>乙</td></tr>'.repeat(count)}</table>`],
  ['tables inside tables', count => `${'<table><tr><td>'.repeat(count)}甲${'</td></tr></table>'.repeat(count)}`],
  ['lists inside lists', count => `${'<ul><li>甲'.repeat(count)}${'</li></ul>'.repeat(count)}`],
  ['sections with headings', count => '<section><h2>甲</h2><p>乙丙丁。</p></section>'.repeat(count)],
  ['notes and their calls', count => `<p>${times(count, at => `甲<sup><a href="#n${at}">${at}</a></sup>`)}</p><ol>${times(count, at => `<li id="n${at}">乙</li>`)}</ol>`],
  ['formatting that nobody closes', count => '<p><b><i><u>甲'.repeat(count)],
] as [string, Shape['of']][]).map(([name, of]) => ({ name, ending: '.html', of: count => `<title>渡口</title>${of(count)}` }))

/** One sentence, one line, one paragraph, however long. */
const ENDLESS: readonly Shape[] = (['.txt', '.md'] as const).flatMap(ending => ([
  ['clauses of one sentence', '渡口的灯亮着，'],
  ['clauses of one English sentence', 'the lamp at the landing burns, '],
  ['words without a mark', '渡口的灯亮着'],
  ['English words without a mark', 'the lamp at the landing burns '],
  ['sentences of one paragraph', '渡口的灯亮着。'],
  ['quotations of one paragraph', '王教授说：“渡口的灯亮着。”'],
  ['lines of one paragraph', '渡口的灯亮着，\n'],
  ['paragraphs', '渡口的灯亮着。\n\n'],
  ['numbered paragraphs', '一、渡口的灯亮着。\n\n'],
] as const).map(([name, piece]): Shape => ({ name, ending, of: count => `渡口\n\n${piece.repeat(count)}甲` })))

/** All that are tried. */
export const SHAPES: readonly Shape[] = [
  ...marks([...TEXT_MARKS, ...NUMBERS]).flatMap(([open, close]) => framed('.txt', open, close)),
  ...marks([...MARKDOWN_MARKS, ...TEXT_MARKS]).flatMap(([open, close]) => framed('.md', open, close)),
  ...NESTED,
  ...ELEMENTS.flatMap(name => framed('.html', `<${name}>`, `</${name}>`)),
  ...VOID.flatMap(tag => framed('.html', tag, '')),
  ...ENDLESS,
  ...PAGES,
  ...DOCUMENTS,
]
