import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { lossMessages, tellLosses } from '../../scripts/commands/losses.ts'
import { DEFAULT_OPTIONS } from '../../scripts/deck/plan.ts'
import { readArticle } from '../../scripts/files/article.ts'
import { wording } from '../../scripts/messages/wording.ts'
import { decksOf } from '../../scripts/pipeline.ts'
import * as witness from '../../scripts/witness/witness.ts'
import { eachInFolder } from '../support/folder.ts'
import { replacing } from '../support/losses.ts'
import { lectern } from '../support/program.ts'

const folder = eachInFolder()
const TEXT = '水边的渡口\n\n一、船\n\n每天走3~5公里，用了三十年的船也还走得动。\n'

it('is told of with its place, in `generate` and in `check`', async () => {
  const path = join(folder.path, 'talk.txt')
  await writeFile(path, TEXT)
  const article = await readArticle(path)
  const { decks } = decksOf(article.file, { ...DEFAULT_OPTIONS, theme: '../../themes/study' })
  expect(await tellLosses(article, decks)).toBe(0)
  expect(await lossMessages('talk.txt', article, decks)).toEqual([])

  const broken = replacing('3\\~5', '35')(decks)
  const round = wording('lost-round', { round: '每天走3~5公里，用了三十年的船也还走得动。' })
  const said = '“3~5” is in no deck, though the article has it in “每天走3~5公里，用了三十年的船也还走得动。”'
  expect(await lossMessages('talk.txt', article, broken)).toEqual([{
    ...{ file: 'talk.txt', line: 5, column: 4, ruleId: 'lost', fatal: true },
    reason: `${said}: generate the decks again; if that does not help, it is Lectern's fault, please report it`,
    wording: wording('lost-check', { words: '3~5', round }),
  }])
  expect(await tellLosses(article, broken)).toBe(1)
  expect(article.file.messages.at(-1)).toMatchObject({
    ...{ line: 5, column: 4, ruleId: 'lost', source: 'lectern', actual: '3~5' },
    reason: `${said}: this is Lectern's fault, please report it; until it is mended, write that place in another way`,
    wording: wording('lost-generate', { words: '3~5', round }),
  })
})

it('has `generate` write the decks and end with 1', async () => {
  await writeFile(join(folder.path, 'talk.txt'), TEXT)
  expect(await lectern(folder.path, 'generate', 'talk.txt')).toMatchObject({ code: 0, stderr: '' })
  const lost = vi.spyOn(witness, 'findLosses').mockResolvedValue([{ words: '3~5', paragraph: '每天走3~5公里', place: { line: 5, column: 4 } }])
  try {
    await writeFile(join(folder.path, 'talk.txt'), TEXT.replace('三十', '四十'))
    const { code, stderr } = await lectern(folder.path, 'generate', 'talk.txt')
    expect(code).toBe(1)
    expect(stderr).toMatch(/^talk\.txt:5:4: “3~5” is in no deck, though the article has it in “每天走3~5公里”: .* \(lost\)\nWords of the article are in no deck, in one place\. Each message says where\.\n$/)
    expect(await readFile(join(folder.path, 'slides/talk/01.md'), 'utf8')).toContain('用了四十年')
  }
  finally {
    lost.mockRestore()
  }
})
