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
