import type { VFileMessage } from 'vfile-message'
import type { Step } from './pages.ts'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { Failure } from '../../scripts/failure.ts'
import { readArticle } from '../../scripts/files/article.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { isOutput, parse, stepsOf } from './pages.ts'
import { lectern } from './program.ts'
import { run } from './shell.ts'

/** Writes or changes a file as a step of a page says. */
export async function writeStep(step: Exclude<Step, { kind: 'run' }>, folder: string): Promise<void> {
  const file = join(folder, step.file)
  await mkdir(dirname(file), { recursive: true })
  if (step.kind === 'write')
    return writeFile(file, step.text)
  let text = await readFile(file, 'utf8')
  for (const { before, after } of step.hunks) {
    expect(text.split(before), `${step.file} has these lines once:\n${before}`).toHaveLength(2)
    text = text.replace(before, () => after)
  }
  await writeFile(file, text)
}

/**
 * Runs a page's command in Chinese, if it needs no browser. If its output is shown, compares that and gives the
 * command.
 */
export async function runInChinese(step: Extract<Step, { kind: 'run' }>, folder: string): Promise<string[]> {
  const { command, code, output } = step
  const [, flags] = /^npx lectern ((?:generate|outline|import)\b.*)$/.exec(command) ?? []
  if (flags === undefined)
    return []
  const ran = await lectern(folder, ...flags.split(' '), '--lang', 'zh')
  const printed = ran.stdout + ran.stderr
  expect(ran.code, command).toBe(code)
  if (output === undefined)
    return []
  expect(isOutput(output, printed), `${command} prints:\n${printed}\nand the page shows:\n${output}`).toBe(true)
  return [command]
}

/**
 * Does what a section of a page tells its reader to do, up to its first command of Lectern's.
 *
 * @param section its Markdown
 * @param folder where it is done
 * @returns the rule of the fault that ends the reading of the article; none where it can be read
 */
export async function endOfReading(section: string, folder: string): Promise<unknown> {
  await mkdir(folder, { recursive: true })
  for (const step of stepsOf({ path: folder, tree: parse(section) })) {
    if (step.kind !== 'run')
      await writeStep(step, folder)
    else if (!step.command.startsWith('npx lectern '))
      await run(step.command, folder)
    else
      return ruleOf(join(folder, step.command.split(' ').at(-1)!))
  }
  return undefined
}

async function ruleOf(path: string): Promise<unknown> {
  try {
    outlineOf((await readArticle(path)).file)
    return undefined
  }
  catch (error) {
    const fault = error instanceof Failure ? error.cause : error
    return (fault as VFileMessage).ruleId
  }
}
