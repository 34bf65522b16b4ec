import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
const README = readFileSync(root('README.md'), 'utf8')

describe('the README', () => {
  it('says why each dependency is there', () => {
    const { dependencies, optionalDependencies } = JSON.parse(readFileSync(root('package.json'), 'utf8')) as Record<string, Record<string, string>>
    const named = new Set(README.match(/`[@\w/-]+`/g))
    expect(Object.keys({ ...dependencies, ...optionalDependencies }).filter(name => !named.has(`\`${name}\``))).toEqual([])
  })

  it('lists every rule whose message a person may see', () => {
    const sources = readdirSync(root('scripts'), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts')).map(file => readFileSync(root(`scripts/${file}`), 'utf8'))
    const rules = new Set(sources.flatMap(source => Array.from(source.matchAll(/ruleId: ([^,\n}]+)/g), match => Array.from(match[1]!.matchAll(/'([^']+)'/g), name => name[1]!)).flat()))
    const listed = Array.from(README.split('### Messages')[1]!.split('###')[0]!.matchAll(/^\| (`[^|]+) \|/gm), match => Array.from(match[1]!.matchAll(/`([^`]+)`/g), name => name[1]!)).flat()
    expect(listed.sort()).toEqual([...rules].sort())
  })
})
