import type { Step } from './pages.ts'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'

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
