import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { CATALOGUES, SLOT } from '../../scripts/messages/wording.ts'

const SCRIPTS = fileURLToPath(new URL('../../scripts', import.meta.url))
const ENGLISH = Object.entries(CATALOGUES.en)
const FILES = readdirSync(SCRIPTS, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts') && !/^messages[/\\]/.test(file))
  .map(file => ({ file, source: readFileSync(`${SCRIPTS}/${file}`, 'utf8') }))

const namesIn = (text: string): string[] => [...new Set(Array.from(text.matchAll(SLOT), match => match[1]!))].sort()

describe('the catalogue', () => {
  it('has the same keys in both languages, and no empty text', () => {
    expect(Object.keys(CATALOGUES.zh)).toEqual(Object.keys(CATALOGUES.en))
    expect([...ENGLISH, ...Object.entries(CATALOGUES.zh)].filter(([, text]) => text === '')).toEqual([])
  })

  it('has the same data in both languages: where English chooses by a number alone, Chinese need not', () => {
    for (const [key, english] of ENGLISH) {
      const chosenBy = Array.from(english.matchAll(SLOT)).filter(match => match[3] !== undefined).map(match => match[1]!)
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
    const all = FILES.map(({ source }) => source).join('\n')
    const made = Array.from(all.matchAll(/`([a-z-]+-)\$\{/g), match => match[1]!)
    const isSaid = (key: string): boolean => all.includes(`'${key}'`) || made.some(start => key.startsWith(start))
    expect(Object.keys(CATALOGUES.en).filter(key => !isSaid(key) && key !== 'or' && key !== 'and-more' && key !== 'list-separator')).toEqual([])
  })
})

/** What takes a text to show it: each must have it from the catalogue. */
const SHOWS = /(?:^|\.)(?:message|fail|info|log|error|progress|update|Failure|VFileMessage|tell|print|warn|leaveOut|InvalidArgumentError|description|argument|option)$/
/** A path, a name or an address is no text of Lectern's: two words of small letters are. */
const WORDS = /[a-z]{2,} [a-z]{2,}/

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
    const text = ts.isStringLiteralLike(node) ? node.text : ts.isTemplateExpression(node) ? node.getText().replace(/\$\{[^}]*\}/g, '') : ''
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
