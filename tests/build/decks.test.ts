import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadDecks } from '../../scripts/build/decks.ts'
import { groupDecks } from '../../scripts/build/groups.ts'
import { workFolder } from '../support/build.ts'

it('leaves types in code to decks that ask for them', async () => {
  const folder = await workFolder()
  try {
    const configOf = async (code: string): Promise<unknown> => {
      await writeFile(join(folder.path, '01.md'), `---\ntheme: none\n---\n\n# Code\n\n\`\`\`${code}\nconst one = 1\n\`\`\`\n`)
      return (await groupDecks(await loadDecks(folder.path)))[0]!.options.data.config.twoslash
    }
    expect(await configOf('ts')).toBe(false)
    expect(await configOf('ts twoslash')).toBe(true)
  }
  finally {
    await folder.clean()
  }
})

it('builds decks together whose first slides say other things of themselves', async () => {
  const folder = await workFolder()
  try {
    await writeFile(join(folder.path, '01.md'), '---\ntheme: none\nlayout: cover\nid: one\n---\n\n# Ferry\n')
    await writeFile(join(folder.path, '02.md'), '---\ntheme: none\nlayout: section\nid: two\nkicker: Part 2\ncue: "3:05"\nvalues: [1, 2]\nnext:\n  deck: 03.md\n  label: Bridge\n---\n\n# Bridge\n')
    expect(await groupDecks(await loadDecks(folder.path))).toHaveLength(1)
  }
  finally {
    await folder.clean()
  }
})
