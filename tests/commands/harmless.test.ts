import { writeFile } from 'node:fs/promises'
import process from 'node:process'
import { expect, it } from 'vitest'
import { harmless } from '../../scripts/commands/harmless.ts'
import { eachInFolder } from '../support/folder.ts'
import { lectern } from '../support/program.ts'

const folder = eachInFolder()

it.each([
  ['a colour', '\u001B[31mred', '\\u001b[31mred'],
  ['a title of the window', '\u001B]0;x\u0007', '\\u001b]0;x\\u0007'],
  ['a control of one byte', 'a\u009B2Jb', 'a\\u009b2Jb'],
  ['a line that is written over', 'a\rb', 'a\\u000db'],
  ['ends of lines, and tabs', 'a\r\n\tb\r', 'a\r\n\tb\r'],
])('shows a control as what it is: %s', (_, line, shown) => {
  const lines: string[] = []
  const { log, error } = harmless({
    log: own => lines.push(own),
    error: own => lines.push(own),
    isColoured: false,
    progress: () => ({ update: () => {}, done: () => {} }),
  })
  log(line)
  error(line)
  expect(lines).toEqual([shown, shown])
})

it.runIf(process.platform !== 'win32')('has no control of a file\'s name reach the terminal', async () => {
  const name = '渡\u001B[31m口\u0007.txt'
  await writeFile(`${folder.path}/${name}`, '渡口\n\n船是木头做的，用了三十年，还没有坏。\n')
  for (const args of [['outline', name], ['generate', name], ['outline', `no${name}`], [`no${name}`]]) {
    const { stdout, stderr } = await lectern(folder.path, ...args)
    // eslint-disable-next-line no-control-regex
    expect(stdout + stderr).not.toMatch(/[\x07\x1B]/)
  }
})
