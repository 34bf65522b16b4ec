import { expect, it } from 'vitest'
import { displayWidth, wrapText } from '../../scripts/commands/text-width.ts'
import { languageOf, takeLanguage } from '../../scripts/messages/language.ts'
import { either, firstOf, inLanguage, wording } from '../../scripts/messages/wording.ts'

it.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_TW' }, 'zh'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: '' }, 'zh'],
  [{ LANG: 'de_DE' }, 'en'],
  [{}, 'en'],
])('the environment %j speaks %s', (env, language) => {
  expect(languageOf(env)).toBe(language)
})

it.each([['zh', 'zh'], ['en', 'en'], ['de', 'zh'], [undefined, 'zh']])('in a Chinese environment, --lang %s asks for %s', (asked, language) => {
  expect(languageOf({ LANG: 'zh_CN.UTF-8' }, asked)).toBe(language)
})

it.each([
  [['outline', 'a.txt'], { rest: ['outline', 'a.txt'] }],
  [['--lang', 'zh', 'outline', 'a.txt'], { rest: ['outline', 'a.txt'], asked: 'zh' }],
  [['outline', '--lang=en', 'a.txt'], { rest: ['outline', 'a.txt'], asked: 'en' }],
  [['outline', '--lang'], { rest: ['outline'], asked: '' }],
  [['outline', '--', '--lang'], { rest: ['outline', '--', '--lang'] }],
])('%j asks for a language, or does not', (argv, found) => {
  expect(takeLanguage(argv)).toEqual(found)
})

it('a message has its data, other messages and lists in the reader\'s language', () => {
  const message = wording('no-articles', { folder: 'source', formats: either(['.txt', '.md', '.html']) })
  expect(inLanguage(message, 'en')).toBe('source: there is no article in this folder. Put a file that ends in .txt, .md or .html there, or name one.')
  expect(inLanguage(message, 'zh')).toBe('source：这里没有文章。请放入以 .txt、.md 或 .html 结尾的文件，或写明一个文件。')
  const lines = wording('line-end', { count: 3, lines: firstOf(['1', '2', '3'], 2) })
  expect(inLanguage(lines, 'en')).toContain('with lines 1, 2 and 1 more, or go on')
  expect(inLanguage(lines, 'zh')).toContain('（行号：1、2，另有 1 个）')
})

it('a choice follows its number', () => {
  expect([1, 2].map(count => inLanguage(wording('slide-count', { count }), 'en'))).toEqual(['1 slide', '2 slides'])
  expect([1, 3].map(count => inLanguage(wording('words-lost', { count }), 'en'))).toEqual([expect.stringContaining('in one place.'), expect.stringContaining('in 3 places.')])
})

it('chinese is two columns wide, and wraps between characters, with no mark at the start of a line', () => {
  expect(displayWidth('备注 a，')).toBe(8)
  expect(wrapText('幻灯片写到哪里，默认为 slides 文件夹', 16)).toBe('幻灯片写到哪里，\n默认为 slides 文\n件夹')
  expect(wrapText('要点逐条出现。', 12)).toBe('要点逐条出\n现。')
  expect(wrapText('one two three', 8)).toBe('one two\nthree')
})

it.each([
  [
    wording('theme-missing', { path: 'slides/a/01.md', kind: wording('kind-theme'), name: 'seriph' }),
    'slides/a/01.md:1: 没有主题 `seriph`。请在 frontmatter 里改正名字，或安装它。',
  ],
  [
    wording('dev-restart', { path: 'slides/a/01.md', what: wording('dev-setting', { what: 'theme' }) }),
    'slides/a/01.md：有改动（设置 `theme`），这套幻灯片的服务器正在重新启动。',
  ],
  [
    wording('what-runs', { folder: 'slides/a', named: ['components', wording('runs-theme', { theme: 'seriph' })] }),
    'slides/a：这个文件夹里有会以你的权限运行的内容：components、主题 seriph。如果来自别人，请先看看。',
  ],
  [
    wording('build-long-way', { folder: 'slides/a', reason: wording('way-deck', { deck: '01', what: wording('way-expression') }) }),
    'slides/a：这些网页由 Slidev 自身构建，需时较长。原因：表达式（01.md）',
  ],
  [
    wording('frontmatter-key', { key: 'minutes', value: 'x', expected: wording('expected-minutes'), cure: wording('correct-it') }),
    'frontmatter 里的 minutes 不能是 `x`，可用的值：数字，如 45。请改正，或删去这一行',
  ],
  [
    wording('formula', { formula: 'x', fault: wording('formula-unreadable') }),
    '公式 `x` 不能由 KaTeX 识别，只按原样显示：请改正，或用文字表达',
  ],
])('a sentence in Chinese has spaces between Chinese and Latin words alone: %#', (message, said) => {
  expect(inLanguage(message, 'zh')).toBe(said)
})
