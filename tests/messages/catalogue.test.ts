import type { Conflict } from '../../scripts/merge/merge.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { articleRules, checkRules } from '../../scripts/messages/en/rules.ts'
import { CATALOGUES, SLOT } from '../../scripts/messages/wording.ts'

const SCRIPTS = fileURLToPath(new URL('../../scripts', import.meta.url))
const ENGLISH = Object.entries(CATALOGUES.en)
const FILES = readdirSync(SCRIPTS, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts') && !/^messages[/\\]/.test(file))
  .map(file => ({ file, source: readFileSync(`${SCRIPTS}/${file}`, 'utf8') }))

/** All sources, and what puts a message into words. */
const SOURCES = [...FILES.map(({ source }) => source), readFileSync(`${SCRIPTS}/messages/wording.ts`, 'utf8')].join('\n')
/** Keys that stand nowhere in one piece: their beginnings, and what comes after these. */
const PUT_TOGETHER: Readonly<Record<string, readonly string[]>> = {
  'conflict-': ['changed', 'gone', 'back', 'rejoined', 'returned'] satisfies Conflict['kind'][],
  'kind-': ['theme', 'addon'],
  'note-': ['added', 'order', 'twice'] satisfies (keyof typeof checkRules)[],
}
/** The same, and the keys that a rule of `check/rules/fit.ts` gives by its own name. */
const COMPOSED = [...Object.entries(PUT_TOGETHER).flatMap(([start, ends]) => ends.map(end => start + end)), 'clipped', 'overflow']
const RULES = Object.keys({ ...articleRules, ...checkRules })

/** Whether a key is given somewhere: one that is a rule's name, or a plain word, may be there for another reason. */
function isSaid(key: string): boolean {
  const isPlain = RULES.includes(key) || !key.includes('-')
  return isPlain ? new RegExp(`wording\\([^)]*'${key}'`).test(SOURCES) : SOURCES.includes(`'${key}'`)
}

const namesIn = (text: string): string[] => [...new Set(Array.from(text.matchAll(SLOT), match => match[1]!))].sort()

describe('the catalogue', () => {
  it('has the same keys in both languages, and no empty text', () => {
    expect(Object.keys(CATALOGUES.zh)).toEqual(Object.keys(CATALOGUES.en))
    expect([...ENGLISH, ...Object.entries(CATALOGUES.zh)].filter(([, text]) => text === '')).toEqual([])
  })

  it('has the same data in both languages: where English chooses by a number alone, Chinese need not', () => {
    for (const [key, english] of ENGLISH) {
      const choosing = Array.from(english.matchAll(SLOT)).filter(match => match[3] !== undefined)
      const chosenBy = choosing.map(match => match[1]!)
      const names = namesIn(CATALOGUES.zh[key as keyof typeof CATALOGUES.zh])
      const needed = namesIn(english).filter(name => names.includes(name) || !chosenBy.includes(name))
      expect(names, key).toEqual(needed)
    }
  })

  it('has no datum that is not written as one', () => {
    const rest = [...ENGLISH, ...Object.entries(CATALOGUES.zh)].map(([key, text]) => [key, text.replace(SLOT, '')])
    expect(rest.filter(([, text]) => /[{}|]/.test(text!))).toEqual([])
  })

  it('is Chinese in Chinese, with full-width marks', () => {
    const texts = Object.entries(CATALOGUES.zh).filter(([, text]) => /\p{Script=Han}/u.test(text))
    expect(texts.filter(([, text]) => /\p{Script=Han}[,;?!]|[,;?!]\p{Script=Han}/u.test(text.replace(SLOT, '')))).toEqual([])
    const same = ENGLISH.filter(([key, text]) => /[a-z]{3}/.test(text.replace(SLOT, '')) && CATALOGUES.zh[key as keyof typeof CATALOGUES.zh] === text)
    expect(same).toEqual([])
  })

  it('says each thing in under 30 words, of which names and quotations are none', () => {
    const words = (text: string): number => text.replace(SLOT, '').replace(/`[^`]*`/g, '').match(/[a-z][a-z'’-]*/gi)?.length ?? 0
    expect(ENGLISH.filter(([, text]) => words(text) >= 30).map(([key]) => key)).toEqual([])
  })

  it('has no text that nobody says', () => {
    expect(Object.keys(CATALOGUES.en).filter(key => !COMPOSED.includes(key) && !isSaid(key))).toEqual([])
  })

  it('has a text for each key that is put together, and no others are', () => {
    expect(COMPOSED.filter(key => !(key in CATALOGUES.en))).toEqual([])
    const starts = Array.from(SOURCES.matchAll(/(?:key: |wording\()`([a-z-]+-)\$\{/g), match => match[1]!)
    expect(starts.sort()).toEqual(Object.keys(PUT_TOGETHER))
  })

  it('is found to have one', () => {
    expect(['conflict-no-longer', 'place-no-longer', 'docx'].filter(isSaid)).toEqual([])
  })
})

/** What takes a text to show it: each must have it from the catalogue. */
const SHOWS = /(?:^|\.)(?:message|fail|info|log|error|progress|update|Failure|VFileMessage|tell|print|warn|leaveOut|InvalidArgumentError|description|argument|option)$/
/** A path, a name or an address is no text of Lectern's: two words of small letters are. */
const WORDS = /[a-z]{2,} [a-z]{2,}/

/** The words of a string or of a template, without what is put into it. */
function wordsIn(node: ts.Node): string {
  if (ts.isStringLiteralLike(node))
    return node.text
  return ts.isTemplateExpression(node) ? node.getText().replace(/\$\{[^}]*\}/g, '') : ''
}

/** The texts among the arguments of calls that show something. */
function textsIn({ file, source }: typeof FILES[number]): string[] {
  const texts: string[] = []
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const visit = (node: ts.Node): void => {
    const isCall = ts.isCallExpression(node) || ts.isNewExpression(node)
    if (isCall && SHOWS.test(node.expression.getText()))
      node.arguments?.forEach(lookIn)
    ts.forEachChild(node, visit)
  }
  const lookIn = (node: ts.Node): void => {
    const text = wordsIn(node)
    if (WORDS.test(text))
      texts.push(`${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${text}`)
    if (!ts.isFunctionLike(node))
      ts.forEachChild(node, lookIn)
  }
  visit(tree)
  return texts
}

describe('whatever is shown', () => {
  it('comes from the catalogue', () => {
    // A build that fails inside Vite is Lectern's own fault, and told as that.
    expect(FILES.flatMap(textsIn).filter(text => !text.startsWith('build/notes.ts'))).toEqual([])
  })

  it('is found where it does not', () => {
    expect(textsIn({ file: 'a.ts', source: 'tell("no such file here", terminal)' })).toEqual(['a.ts:1: no such file here'])
  })
})
