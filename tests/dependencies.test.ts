import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { extname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const { dependencies, optionalDependencies, devDependencies, scripts, overrides } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<'dependencies' | 'optionalDependencies' | 'devDependencies' | 'scripts', Record<string, string>> & { overrides: object }
const published = Object.keys({ ...dependencies, ...optionalDependencies })

/** Packages that are needed and that no file imports, each with its reason. */
const NOT_IMPORTED: Readonly<Record<string, string>> = {
  '@marp-team/marp-cli': 'a program that the benchmark compares with',
  '@types/node': 'types of Node',
  '@types/unist': 'the types in what unified\'s packages export',
  '@vitest/coverage-v8': 'vitest loads it for `npm run coverage`',
  'playwright-chromium': 'Slidev asks for it by this name in the export that the benchmark times',
  'vue-router': 'holds back the version that Slidev gets, for Node 20',
}

/** Every package that a text names: imports, types, what is asked for by `require.resolve` and in style sheets. */
function packagesIn(text: string): string[] {
  const sources = Array.from(text.matchAll(/(?:\bfrom|\bimport|\bimport\(|\brequire\(|\bresolve\(|\bsheet\(|\bdeclare module|@import)\s*['"]([^'"\n]+)['"]/g), match => match[1]!)
  return sources.map(source => /^(?:@[\w-]+\/)?[\w.-]+/.exec(source)?.[0] ?? '').filter(name => name !== '' && name !== 'node' && !name.startsWith('.') && !builtinModules.includes(name))
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(file => join(folder, file))
}

function packagesOf(files: string[], isWanted = (_line: string): boolean => true): Set<string> {
  const texts = files.filter(file => ['.ts', '.mjs', '.js', '.vue', '.css'].includes(extname(file))).map(file => readFileSync(join(ROOT, file), 'utf8'))
  return new Set(texts.flatMap(text => packagesIn(text.split('\n').filter(isWanted).join('\n'))))
}

describe('the dependencies', () => {
  it('have none that nothing uses', () => {
    const used = packagesOf(['eslint.config.js', 'vitest.config.ts', ...['scripts', 'themes', 'tests'].flatMap(filesBelow)])
    const commands = new Set(Object.values(scripts).flatMap(script => script.split(/\s+/)))
    const bins = (name: string): string[] => {
      const { bin } = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as { bin?: string | Record<string, string> }
      return typeof bin === 'object' ? Object.keys(bin) : [name]
    }
    const unused = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies }).filter(name =>
      !used.has(name) && !used.has(name.replace('@types/', '')) && !Object.hasOwn(NOT_IMPORTED, name) && !bins(name).some(bin => commands.has(bin)))
    expect(unused).toEqual([])
  })

  it('have all that the packed files import', () => {
    const listed = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' })) as { files: { path: string }[] }[]
    const packed = listed[0]!.files.map(({ path }) => path)
    expect(packed).toEqual(expect.arrayContaining(['themes/study/vite.config.ts', 'themes/shared/fonts/more/NotoSerifSC-Bold-1.woff2', 'scripts/language/words.ts', 'schemas/slide.schema.json']))
    expect(packed.filter(path => /pictures|example|make-fonts|test/.test(path))).toEqual([])
    // What is compiled into the package is all of the program's source. Types are gone then; a consumer's test compiles
    // against those that are left.
    const sources = filesBelow('scripts').filter(file => !/\b(?:compile|pack)\.mjs$/.test(file))
    const missing = [...packagesOf([...packed.filter(path => existsSync(join(ROOT, path))), ...sources], line => !/^(?:import type|declare module)\b/.test(line))].filter(name => !published.includes(name))
    expect(missing).toEqual([])
  })

  it('hold nothing back that is not there', () => {
    const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8')
    for (const name of Object.keys(overrides).map(key => key.replace(/(?<=.)@.*/, '')))
      expect(lock).toContain(`node_modules/${name}"`)
    expect(lock).not.toContain('"resolved"')
  })
})
