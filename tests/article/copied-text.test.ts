import type { Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { readerFor } from '../../scripts/article/readers.ts'

function read(value: string): { paragraphs: string[], rules: (string | undefined)[], file: VFile } {
  const file = new VFile({ path: 'a.txt', value })
  const reader = unified().use(readerFor('.txt'))
  const tree = reader.runSync(reader.parse(file), file) as Root
  const paragraphs = tree.children.map(node => toString(node))
  return { paragraphs, rules: file.messages.map(({ ruleId }) => ruleId), file }
}

describe('words that hyphens part at the ends of lines', () => {
  it.each<[kind: string, text: string, word: string]>([
    ['a word', 'the vil-\nlagers walked on', 'villagers'],
    ['a word with a prefix', 'an un-\npleasant road', 'unpleasant'],
    ['a compound', 'a well-\nknown road', 'well-known'],
    ['a compound of numbers', 'some twenty-\nfive boats', 'twenty-five'],
    ['a compound of three', 'a state-of-the-\nart boat', 'state-of-the-art'],
    ['a compound that stands elsewhere', 'a river-\nside inn, the river-side way', 'river-side inn'],
    ['a word that stands elsewhere', 'a cross-\nings book, of all crossings', 'crossings book'],
    ['CRLF and an indent', 'the vil-\r\n    lagers walked on', 'villagers'],
  ])('%s', (_, text, word) => {
    const { paragraphs } = read(`On Waiting\n\n${text}\n\nThe end came late.\n`)
    expect(paragraphs[1]).toContain(word)
    expect(paragraphs[1]).not.toMatch(/-\s/)
  })

  it.each(['a pair of 20-\n30 boats', 'North-\nSouth', '渡口-\n船'])('stay apart: %s', (text) => {
    expect(read(`On Waiting\n\n${text}\n\nThe end came late.\n`).paragraphs[1]).toBe(text)
  })
})

describe('spaces that a scan has left', () => {
  it.each<[kind: string, text: string, wanted: string]>([
    ['between characters and marks', '渡 口 的 灯 ， 照 着 船 。 也 照 着 人 。', '渡口的灯，照着船。也照着人。'],
    ['in numbers', '渡 口 的 水 位 在 2 0 2 4 年 的 二 月 涨 了 3 . 5 米 高', '渡口的水位在2024年的二月涨了3.5米高'],
    ['in letters', '灯 是 L E D 灯 ， 照 着 船 和 人 们', '灯是LED灯，照着船和人们'],
    ['of full width', '渡　口　的　灯　，　照　着　船　和　人', '渡口的灯，照着船和人'],
  ])('%s', (_, text, wanted) => {
    const { paragraphs, rules } = read(text)
    expect(paragraphs).toEqual([wanted])
    expect(rules).toEqual(['spaces'])
  })

  it.each(['张 三 和 李 四 在渡口说话，说了很久，说到天黑。', 'A B C', '渡口　船　桨'])('are none in %s', (text) => {
    expect(read(text)).toMatchObject({ paragraphs: [text], rules: [] })
  })
})

describe('text copied from a page\'s source', () => {
  it.each<[kind: string, text: string, paragraphs: string[]]>([
    ['references and breaks', '&nbsp;&nbsp;老人说&ldquo;有灯&rdquo;。<br/>\n\n灯在岸上。', ['老人说“有灯”。', '灯在岸上。']],
    ['paragraphs', '<p>一段。</p>\n<p>两段。</p>', ['一段。', '两段。']],
    ['paragraphs on one line', '<p>一段。</p><p>两段。</p>', ['一段。', '两段。']],
    ['breaks on one line', '一段。<br>两段。<br/>三段。<br />', ['一段。', '两段。', '三段。']],
    ['tags within', '<p>一<b>段</b>，<a href="x">看这里</a>。</p>', ['一段，看这里。']],
    ['raised and lowered digits', '<p>水有3&times;10<sup>3</sup>方，H<sub>2</sub>O，第3<sup>rd</sup>次。</p>', ['水有3×10³方，H₂O，第3rd次。']],
    ['numbers of characters', '<p>&#8220;有灯&#x201D;</p>', ['“有灯”']],
    ['angle brackets of the author\'s', '<p>一段。</p>\n<p><完></p>', ['一段。', '<完>']],
  ])('%s', (_, text, paragraphs) => {
    const read1 = read(text)
    expect(read1.paragraphs).toEqual(paragraphs)
    expect(read1.rules).toEqual(['markup'])
  })

  it.each(['用 <b> 标出重点，再用 &nbsp; 空开。', '渡口 < 船 & 桨 > 灯', 'AT&T; 和 <完>'])('is none in %s', (text) => {
    expect(read(text)).toMatchObject({ paragraphs: [text], rules: [] })
  })

  it('keeps its places', () => {
    const text = '<p>一段。</p>\n<p>两段。</p>'
    const reader = unified().use(readerFor('.txt'))
    const tree = reader.runSync(reader.parse(text), new VFile({ path: 'a.txt', value: text })) as Root
    expect(tree.children.map(({ position }) => text.slice(position!.start.offset, position!.end.offset))).toEqual(['一段。', '两段。'])
  })
})
