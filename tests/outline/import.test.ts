import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { describe, expect, it } from 'vitest'
import { toJson } from '../../scripts/outline/json.ts'
import { markdownOf, outlineOf } from '../../scripts/pipeline.ts'
import { article } from '../support/articles.ts'
import { articles } from '../support/fuzz.ts'
import { squeeze } from '../support/promises.ts'
import { runs } from '../support/random.ts'
import { spokenText } from '../support/verify.ts'

const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url))

/** An article's words, as the notes have them; nothing of one that is refused, since it has none. */
function whatIsSaid(file: VFile): string | undefined {
  try {
    return squeeze(spokenText(outlineOf(file)))
  }
  catch (cause) {
    if (cause instanceof VFileMessage && cause.ruleId === 'no-words')
      return undefined
    throw cause
  }
}

/** Messages of what is not there any more in what is written. */
const LEFT_BEHIND: ReadonlySet<string> = new Set(['page-furniture', 'empty-heading', 'line-end', 'not-text'])

/** An outline, its text and what was said of it, without the doubts: of headings that are written there are none. */
function read(file: VFile): unknown {
  const outline = outlineOf(file)
  const { doubts: _, ...rest } = toJson(outline)
  const messages = file.messages.map(({ ruleId }) => ruleId).filter(rule => !LEFT_BEHIND.has(String(rule)))
  return { ...rest, spoken: squeeze(spokenText(outline)), messages }
}

/** Imports an article and reads what was written: it must be the same outline with the same text. */
function expectSame(file: VFile): string {
  const before = read(new VFile({ path: file.path, value: file.value }))
  const markdown = markdownOf(file)
  expect(read(article(markdown, '.md')), markdown).toEqual(before)
  return markdown
}

describe('what import writes is read as the same outline with the same text', () => {
  it.each(['articles', 'held-back'].flatMap(group => readdirSync(`${FIXTURES}/${group}`).map(name => `${group}/${name}`)))('%s', (name) => {
    const path = `${FIXTURES}/${name}/${readdirSync(`${FIXTURES}/${name}`).find(file => file.startsWith('article.'))}`
    const markdown = expectSame(new VFile({ path, value: readFileSync(path, 'utf8') }))
    expectSame(article(markdown, '.md'))
  })

  it.each([
    ['a run-in heading that asks', '题目\n\n一、第一部分\n\n（一）为什么要学习？因为学习使人进步，不学习就会落后，这个道理人人都懂。\n\n（二）怎样学习？向书本学习，向实践学习，向群众学习，三者缺一不可。\n\n二、第二部分\n\n正文到此说完了。'],
    ['a heading that asks and stands alone', '题目\n\n一、为什么要学习？\n\n因为学习使人进步，不学习就会落后。\n\n二、怎样学习？\n\n向书本学习，向实践学习。'],
    ['articles of a regulation', '某某管理办法\n\n第一章　总则\n\n第一条　为了加强管理，制定本办法。\n\n第二条　本办法适用于本市。\n\n第二章　职责\n\n第三条　市政府负责组织实施，具体工作如下：\n\n（一）制定计划；\n\n（二）组织检查。\n\n第四条　区政府配合。\n'],
    ['one part and no points', '题目\n\n只有一段话，它没有标题。'],
    ['a list alone', '# T\n\n- one\n- two\n'],
    ['a closing for the part and one for the whole', '题目\n\n第一部分的标题\n\n要点甲。这里说的是要点甲的内容，话要长一些，才像一段正文。\n\n要点乙。这里说的是要点乙的内容，话要长一些，才像一段正文。\n\n要点丙。这里说的是要点丙的内容，话要长一些，才像一段正文。\n\n以上这些要点说的是同一件事，需要合起来看。\n\n第二部分的标题\n\n要点丁。这里说的是要点丁的内容，话要长一些，才像一段正文。\n\n要点戊。这里说的是要点戊的内容，话要长一些，才像一段正文。\n\n要点己。这里说的是要点己的内容，话要长一些，才像一段正文。\n\n总之，题目所说的事情要靠大家一起来做。'],
    ['a title that begins with a mark, over text without headings', '，（人民。人民\n\n#'],
    ['a title that ends with one', '（。人民。-->人民\n\n_'],
    ['a guess that is too long for a title', `（${'人民。人民人民人民，'.repeat(9)}人民）人民\n\n人民`],
    ['a guess that is too long, under a heading', `第一章 总则\n\n（${'人民。人民人民人民，'.repeat(9)}人民）人民\n\n第二章 分则\n\n人民`],
    ['a title that is too long, over text without headings', `# （${'人民。人民人民人民，'.repeat(9)}人民）人民\n\n学习。`],
    ['signs that name an emoji, behind others that are escaped', '渡口\n\n~~:smile: 船_:船 {:smile: 10:30 :smile:\n'],
    ['a heading without words', '# 题目\n\n正文。\n\n#\n\n## 第一部分\n\n正文说完了。'],
    ['a heading without words, above those of the parts', '第一部分\n---\n\n正文。\n\n#\n\n第二部分\n---\n\n正文说完了。'],
    ['a title that looks numbered', '第一章 总则\n\n_'],
    ['a title that looks like YAML', '键: 值 # 注\n\n正文说完了。\n'],
    ['signs of Markdown', '题目 *星*\n\n# 不是标题的一行，后面是句号。\n\n- 不是列表。\n\n1. 不是编号。\n\n> 不是引用。\n\n---\n\n```\n\n| a | b |\n\n[链接](http://x) ![图](y.png) `码` **重** <b>标签</b> &amp; \\反斜线 $x$ [^1] {{ 1 + 1 }}。\n'],
  ])('%s', (_, text) => {
    expectSame(article(text, text.startsWith('#') ? '.md' : '.txt'))
  })

  it('a title on lines of its own, over nothing else', () => {
    const page = `<h1>!<br>${'人民学习'.repeat(9)} “王教授”指出，学习${'人民'.repeat(6)}</h1>`
    const file = (): VFile => new VFile({ path: 'article.html', value: page })
    expect(whatIsSaid(article(markdownOf(file()), '.md'))).toBe(whatIsSaid(file()))
    expect(whatIsSaid(file())).toContain('人民学习')
  })

  const words = fc.constantFrom('人民', '学习', '一是', '二是', '首先', '最后', '，', '。', '；', '：', '？', '“', '”', '（', '）', '——', '……', '3.5', '2023年', 'Lectern ', 'a. ', '*', '_', '#', '- ', '> ', '|', '`', '\\', '<b>', '-->', '&amp;', '[x]', '!', '~~', '$', '{{', ' ', '\u00A0', '😀', 'https://a.cn', '---')
  const sentence = fc.array(words, { minLength: 1, maxLength: 8 }).map(parts => parts.join(''))
  const heads = fc.constantFrom('', '', '', '一、', '二、', '三、', '（一）', '（二）', '1. ', '2. ', '1.1 ', '1.2 ', '第一章 ', '第二章 ', '第一节 ', '- ', '# ', '    ', 'Part I ', 'Part II ')
  const block = fc.tuple(heads, fc.array(sentence, { minLength: 1, maxLength: 4 })).map(([head, sentences]) => head + sentences.join('。'))
  it('any text, of plain text', () => {
    fc.assert(fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), fc.constantFrom('\n\n', '\n', '\u3000\u3000', '\n\u3000\u3000'), (blocks, separator) => {
      const text = blocks.join(separator)
      fc.pre(/[\p{L}\p{N}]/u.test(text))
      expectSame(article(text))
    }), { numRuns: runs(1500) })
  })

  it.each(['.txt', '.html'])('hostile text: %s', (ending) => {
    let long = 0
    fc.assert(fc.property(articles(300), (text) => {
      const file = (): VFile => new VFile({ path: `article${ending}`, value: text })
      const before = whatIsSaid(file())
      if (before === undefined)
        return
      expect(whatIsSaid(article(markdownOf(file()), '.md'))).toBe(before)
      long += Number(before.length > 50)
    }), { numRuns: runs(1000) })
    // Texts that are refused, or say a word or two, would prove nothing. Sixty seeds each gave a third of longer ones.
    expect(long).toBeGreaterThan(runs(1000) / 10)
  })
})
