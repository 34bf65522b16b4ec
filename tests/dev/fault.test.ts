import { join } from 'node:path'
import process from 'node:process'
import { expect, it } from 'vitest'
import { faultOf } from '../../scripts/dev/fault.ts'
import { LANGUAGES } from '../../scripts/messages/model.ts'
import { inLanguage } from '../../scripts/messages/wording.ts'

const DECK = 'slides/a/01.md'
const FILE = join(process.cwd(), 'slides/a/vite.config.ts')
const denied = Object.assign(new Error('EACCES: permission denied, open'), { code: 'EACCES', path: FILE })
const parsing = Object.assign(new Error('\u001B[31mBuild failed with 1 error:\u001B[39m\n\n[PARSE_ERROR] Expected a semicolon'), { errors: [{ loc: { file: FILE, line: 3, column: 7 } }] })
const compiling = Object.assign(new Error('Element is missing end tag.'), { id: `${FILE}?vue&type=template`, loc: { line: 2, column: 0 } })

it.each<[what: string, error: unknown, place: string, detail: string | undefined]>([
  ['the file system', denied, 'slides/a/vite.config.ts', undefined],
  ['a bundler', parsing, 'slides/a/vite.config.ts:3:8', 'Build failed with 1 error: [PARSE_ERROR] Expected a semicolon'],
  ['a compiler', compiling, 'slides/a/vite.config.ts:2:1', 'Element is missing end tag.'],
  ['anything else', new TypeError('x is not a function'), DECK, 'x is not a function'],
  ['what is no error', 'stopped', DECK, 'stopped'],
])('what %s throws is said in the reader\'s language, with its place and what to do', (_, error, place, detail) => {
  const said = LANGUAGES.map(language => inLanguage(faultOf(DECK, error), language))
  const [english, chinese] = [said.find(text => /cannot be shown/.test(text)), said.find(text => /显示不了/.test(text))]
  expect(english).toMatch(detail === undefined ? /permission is denied.*save/ : /save it\. Details: /)
  expect(chinese).toMatch(detail === undefined ? /没有权限.*保存/ : /再保存。详情：/)
  for (const text of said) {
    expect(text.slice(0, place.length)).toBe(place)
    expect(text.slice(place.length)).toMatch(/^[:：](?!\d)/)
    expect(text.endsWith(detail ?? '')).toBe(true)
  }
})
