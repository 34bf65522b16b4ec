import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COUNTED, dictionaryFor } from '../../scripts/language/dictionary.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FOLDERS = ['source', ...readdirSync(join(ROOT, 'tests/fixtures/articles')).map(name => `tests/fixtures/articles/${name}`)]

/** All runs of Chinese characters in the sample and in the fixtures. */
const RUNS = FOLDERS.flatMap((folder) => {
  const names = readdirSync(join(ROOT, folder)).filter(name => /\.(?:txt|md|html)$/.test(name))
  return names.flatMap(name => readFileSync(join(ROOT, folder, name), 'utf8').match(/\p{Script=Han}+/gu) ?? [])
})
const whole = Jieba.withDict(dict)

describe('the dictionary', () => {
  it('counts its words as often as it says, and is sorted', () => {
    const lines = new TextDecoder().decode(dict).trimEnd().split('\n')
    expect(lines.reduce((sum, line) => sum + Number(line.split(' ')[1]), 0)).toBe(COUNTED)
    const words = lines.map(line => Buffer.from(line.split(' ')[0]!))
    expect(words.every((word, index) => index === 0 || Buffer.compare(words[index - 1]!, word) < 0)).toBe(true)
  })

  it('cuts as the whole dictionary does, a text after the other', () => {
    expect(RUNS.length).toBeGreaterThan(2000)
    for (const run of RUNS)
      expect(dictionaryFor(run).tag(run, false)).toEqual(whole.tag(run, false))
  })

  it('cuts characters in any order as the whole dictionary does', () => {
    const characters = [...new Set(RUNS.join('')), '龘', '𠮷', '一']
    fc.assert(fc.property(fc.array(fc.constantFrom(...characters), { maxLength: 40 }), (all) => {
      const text = all.join('')
      expect(dictionaryFor(text).tag(text, false)).toEqual(whole.tag(text, false))
    }))
  })
})
