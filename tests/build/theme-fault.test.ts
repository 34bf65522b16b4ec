import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadDecks } from '../../scripts/build/decks.ts'
import { eachInFolder } from '../support/folder.ts'

const folder = eachInFolder()

it.each([
  ['a path', 'theme: ../nowhere', 'there is no theme `../nowhere`'],
  ['a package', 'theme: nobody-has-this', 'there is no theme `nobody-has-this`'],
  ['an addon', 'theme: none\naddons: [nobody-has-this]', 'there is no addon `nobody-has-this`'],
  ['nothing', 'title: a', 'this deck names no theme'],
])('a deck that names what is not there is refused before Slidev asks to install it: %s', async (_, headmatter, fault) => {
  await writeFile(join(folder.path, '01.md'), `---\n${headmatter}\n---\n\n# a\n`)
  await expect(loadDecks(folder.path)).rejects.toThrow(new RegExp(`01\\.md:1: ${fault}`))
})

it('a deck that names what is there is read', async () => {
  await mkdir(join(folder.path, 'mine'))
  await writeFile(join(folder.path, '01.md'), '---\ntheme: ./mine\n---\n\n# a\n')
  expect(await loadDecks(folder.path)).toHaveLength(1)
})
