import type { ServerResponse } from 'node:http'
import type { Wording } from '../../scripts/messages/model.ts'
import { EventEmitter } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { keepPages } from '../../scripts/dev/pages.ts'
import { inEnglish } from '../../scripts/messages/wording.ts'
import { eachInFolder } from '../support/folder.ts'

const folder = eachInFolder()

it('an end waits for what goes on: nothing is made or said after it', async () => {
  await writeFile(join(folder.path, '01.md'), '---\ntheme: nowhere\n---\n\n# 渡口\n')
  const told: string[] = []
  const pages = keepPages({ folder: folder.path, first: '01.md', isArticle: true }, { say: inEnglish, tell: (message: Wording) => told.push(inEnglish(message)) })
  let isLooked = false
  pages.listen('01.md', Object.assign(new EventEmitter(), { writeHead: () => {}, write: () => {}, end: () => {} }) as unknown as ServerResponse)
  void pages.look('01.md').then(() => isLooked = true)
  await pages.close()
  expect(isLooked).toBe(true)
  const before = [...told]
  expect(before).toEqual([expect.stringContaining('no theme `nowhere`')])
  await setTimeout(300)
  expect(told).toEqual(before)
})
