import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { whatRuns } from '../../scripts/build/what-runs.ts'
import { inEnglish } from '../../scripts/messages/wording.ts'
import { eachInFolder } from '../support/folder.ts'
import { lectern } from '../support/program.ts'

const folder = eachInFolder()
const at = (path: string): string => join(folder.path, 'slides/a', path)
async function said(): Promise<string | undefined> {
  const found = await whatRuns(join(folder.path, 'slides/a'))
  return found && inEnglish(found)
}

beforeEach(async () => {
  await writeFile(join(folder.path, 'a.md'), '# 渡口\n\n渡船每天早上从对岸过来。\n\n```html\n<script>alert(1)</script>\n```\n\n<script>alert(2)</script>\n')
  expect((await lectern(folder.path, 'generate', 'a.md', '--decks', 'one')).code).toBe(0)
})

it('says nothing of decks as they are generated, whatever the article has', async () => {
  expect(await said()).toBeUndefined()
})

it.each([
  ['components', 'components/Ship.vue', '<template/>', 'components'],
  ['a set-up', 'setup/main.ts', '', 'setup'],
  ['a configuration of Vite', 'vite.config.ts', '', 'vite.config.ts'],
  ['a layer of its own', 'global-top.vue', '', 'global-top.vue'],
])('names %s in one sentence', async (_, path, text, named) => {
  await mkdir(dirname(at(path)), { recursive: true })
  await writeFile(at(path), text)
  expect(await said()).toBe(`${join(folder.path, 'slides/a')}: this folder has code that runs with your rights: ${named}. If it is somebody else's, look at it first.`)
})

it.each([
  ['a script', (text: string) => `${text}\n---\n\n# 新\n\n<script setup>\nconst a = 1\n</script>\n`, 'scripts in 01.md'],
  ['a theme of its own', (text: string) => text.replace(/^theme: .*$/m, 'theme: ./mine'), 'the theme ./mine'],
  ['addons', (text: string) => text.replace(/^theme: /m, 'addons: [qr]\ntheme: '), 'the addon qr'],
])('names what a deck brings: %s', async (_, change, named) => {
  await writeFile(at('01.md'), change(await readFile(at('01.md'), 'utf8')))
  expect(await said()).toContain(`runs with your rights: ${named}.`)
})

it('says that nobody has generated a folder', async () => {
  await rm(at('.lectern'), { recursive: true })
  expect(await said()).toContain('`lectern generate` has not made these decks. This folder has code that runs with your rights: 01.md.')
})
