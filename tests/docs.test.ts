import type { DocPage } from './support/pages.ts'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toString } from 'mdast-util-to-string'
import { describe, expect, it } from 'vitest'
import { eachInFolder } from './support/folder.ts'
import { docPages, isOutput, nodesOf, stepsOf } from './support/pages.ts'
import { lectern } from './support/program.ts'
import { CHINESE_RULES_PAGE, RULES_PAGE } from './support/rules-page.ts'
import { endOfReading, runInChinese, writeStep } from './support/steps.ts'

const folder = eachInFolder()
const root = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
const PAGES = docPages()
const RULES = readFileSync(root('docs/rules.md'), 'utf8')
const DEPENDENCIES = readFileSync(root('docs/dependencies.md'), 'utf8')
const SOURCES = readdirSync(root('scripts'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => readFileSync(root(`scripts/${file}`), 'utf8'))
  .join('\n')
/** Flags of every command are named once. */
const OF_ALL = ['-h', '--lang']
/** Whoever makes slides reads no further. */
const LONGEST_README = 150
const { dependencies, optionalDependencies, scripts } = JSON.parse(readFileSync(root('package.json'), 'utf8')) as Record<string, Record<string, string>>

function page(path: string): DocPage {
  return PAGES.find(page => page.path === path)!
}

/** What a page has its reader run. */
function commandsOf(path: string): string[] {
  return stepsOf(page(path)).flatMap(step => step.kind === 'run' ? step.command : [])
}

/** The rules of the tables. */
function listedRules(): string[] {
  const cells = Array.from(RULES.matchAll(/^\| (`[^|]+) \|/gm), match => match[1]!)
  return cells.flatMap(cell => Array.from(cell.matchAll(/`([^`]+)`/g), name => name[1]!))
}

describe('the docs', () => {
  it('say why each dependency is there', () => {
    const named = new Set(DEPENDENCIES.match(/`[@\w/-]+`/g))
    expect(Object.keys({ ...dependencies, ...optionalDependencies }).filter(name => !named.has(`\`${name}\``))).toEqual([])
  })

  it('list every rule whose message a person may see, and no others', () => {
    const told = Array.from(SOURCES.matchAll(/(?:ruleId(?:: | = )|warn\(file, )([^,\n}]+)/g), match => match[1]!)
    const rules = new Set(told.flatMap(names => Array.from(names.matchAll(/'([^']+)'/g), name => name[1]!)))
    expect(listedRules().sort()).toEqual([...rules].sort())
  })

  it.each([
    ['docs/rules.md', RULES_PAGE],
    ['docs/zh-CN/rules.md', CHINESE_RULES_PAGE],
  ])('have the rules as the program has them (-u writes them): %s', async (path, content) => {
    await expect(content).toMatchFileSnapshot(root(path))
  })
})

describe('the README', () => {
  it.each(['README.md', 'README.zh-CN.md'])('is short: %s', (path) => {
    expect(readFileSync(root(path), 'utf8').split('\n').length - 1).toBeLessThanOrEqual(LONGEST_README)
  })

  it('has the same commands in Chinese', () => {
    expect(commandsOf('README.md').length).toBeGreaterThan(5)
    expect(commandsOf('README.zh-CN.md')).toEqual(commandsOf('README.md'))
  })

  it.each(['README.md', 'README.zh-CN.md'])('has the commands and flags of --help, and no others: %s', async (path) => {
    const rows = nodesOf(page(path), 'tableRow').map(row => toString(row.children[0]))
    const ofGenerate = rows.filter(cell => cell.startsWith('--')).join(' ')
    const commands = rows.flatMap(cell => /^lectern (\w+)/.exec(cell)?.[1] ?? [])
    const [, help] = (await lectern(root(''), '--help')).stdout.split('Commands:')
    const listed = Array.from(help!.matchAll(/^ {2}(\w+) /gm), match => match[1]!).filter(name => name !== 'help')
    expect(commands).toEqual(expect.arrayContaining(listed))
    expect(commands).toHaveLength(listed.length)
    for (const command of commands) {
      const { stdout } = await lectern(root(''), command, '--help')
      const real = Array.from(stdout.matchAll(/^ {2}(?:(-\w), )?(--[\w-]+)/gm), match => match[1] ?? match[2]!).filter(flag => !OF_ALL.includes(flag))
      const shown = `${rows.find(cell => cell.startsWith(`lectern ${command}`))!} ${command === 'generate' ? ofGenerate : ''}`
      expect(shown.match(/(?<![\w-])--?[a-z][\w-]*/g) ?? [], command).toEqual(expect.arrayContaining(real))
      expect(new Set(shown.match(/(?<![\w-])--?[a-z][\w-]*/g)).size, command).toBe(real.length)
    }
  })
})

describe('the Chinese docs', () => {
  const urls = nodesOf(page('README.zh-CN.md'), 'link').map(({ url }) => url)
  const linked = [...new Set(urls.filter(url => url.startsWith('docs/')))]

  it('are all that the Chinese README links to', () => {
    expect(linked.length).toBeGreaterThan(3)
    expect(linked.filter(url => !/^docs\/zh-CN\/[^#]+\.md$/.test(url))).toEqual([])
  })

  it.each(linked)('say what the English page says, under as many headings: %s', (path) => {
    const depths = (of: string): number[] => nodesOf(page(of), 'heading').map(({ depth }) => depth)
    expect(depths(path)).toEqual(depths(path.replace('zh-CN/', '')))
    expect(commandsOf(path)).toEqual(commandsOf(path.replace('zh-CN/', '')))
  })

  it.each(linked)('lead to the English page: %s', (path) => {
    expect(readFileSync(root(path), 'utf8').split('\n')[2]).toBe(`[English](../${basename(path)}) · 中文`)
  })

  // The other commands want a browser: tests/all/walkthroughs.test.ts runs those too.
  it('show what the program prints in Chinese, of the commands that need no browser', async () => {
    const compared: string[] = []
    for (const path of linked) {
      const home = join(folder.path, path)
      await mkdir(home, { recursive: true })
      await writeFile(join(home, 'talk.txt'), '渡口\n\n一、船\n\n船在河边。\n\n二、人\n\n人在岸上。\n')
      for (const step of stepsOf(page(path))) {
        if (step.kind === 'run')
          compared.push(...await runInChinese(step, home))
        else
          await writeStep(step, home)
      }
    }
    expect(compared.length).toBeGreaterThan(4)
  })
})

/** The words of CONTRIBUTING.md's glossary. */
function glossary(): string[] {
  const [, table] = readFileSync(root('CONTRIBUTING.md'), 'utf8').split('## Words\n')
  return Array.from(table!.split('\n## ')[0]!.matchAll(/^\| \*\*(.+?)\*\* \|/gm), match => match[1]!)
}

describe('the glossary', () => {
  it('has at most fifteen words, each of which the program uses', () => {
    const words = glossary()
    expect(words.length).toBeGreaterThan(9)
    expect(words.length).toBeLessThanOrEqual(15)
    expect(words.filter(word => !new RegExp(`\\b${word}s?\\b`, 'i').test(SOURCES))).toEqual([])
  })
})

describe('docs/messages.md', () => {
  it('has a section for every rule of the tables, each with what a reader sees or a link to it', async () => {
    const sections = readFileSync(root('docs/messages.md'), 'utf8').split(/^### (?=`)/m).slice(1)
    const names = sections.map(section => /`([^`]+)`/.exec(section)![1]!)
    expect([...names].sort()).toEqual(listedRules().sort())
    const outputs = PAGES.flatMap(stepsOf).flatMap(step => step.kind === 'run' ? step.output ?? [] : []).join('\n')
    for (const [index, name] of names.entries()) {
      // A fault that ends the reading is told without its id: its own section has it.
      const isShown = outputs.includes(`(${name})`) || await endOfReading(sections[index]!, join(folder.path, name)) === name
      expect(isShown, `${name} has an example`).toBe(true)
    }
  })
})

describe.each(PAGES)('$path', (page) => {
  const links = [...nodesOf(page, 'link'), ...nodesOf(page, 'image'), ...nodesOf(page, 'definition')]
    .map(node => node.url)
    .filter(url => !/^[a-z]+:/.test(url))

  it('has links and pictures that lead somewhere', () => {
    for (const link of links) {
      const [path, anchor] = decodeURIComponent(link).split('#') as [string, string?]
      const target = path === '' ? page.path : join(dirname(page.path), path)
      expect(existsSync(root(target)), link).toBe(true)
      if (anchor !== undefined)
        expect(anchorsOf(target), link).toContain(anchor)
    }
  })

  it('names scripts of package.json alone', () => {
    const code = [...nodesOf(page, 'inlineCode'), ...nodesOf(page, 'code')].map(node => node.value).join('\n')
    for (const [, script] of code.matchAll(/\bnpm (?:run )?((?!ci\b|install\b|run\b|pack\b)[a-z][\w:]*)/g))
      expect(Object.keys(scripts!)).toContain(script)
  })
})

/** A heading's anchor, as GitHub makes it: its words in small letters, without marks, joined by hyphens. */
function anchorsOf(path: string): string[] {
  return nodesOf(page(path), 'heading')
    .map(heading => toString(heading).toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/ /g, '-'))
}

describe('what is shown of an output', () => {
  it.each([
    ['a\nb', 'a\nb\n', true],
    ['a\n…\nd', 'a\nb\nc\nd\n', true],
    ['a\n…', 'a\n', true],
    ['a', 'a\nb\n', false],
    ['b', 'a\nb\n', false],
    ['a.', 'ab\n', false],
  ])('%j of %j: %s', (shown, printed, fits) => {
    expect(isOutput(shown, printed)).toBe(fits)
  })
})
