import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { VFile } from 'vfile'

/** The sample article's path. */
export const SAMPLE = fileURLToPath(new URL('../../source/flesh-and-blood-ties.txt', import.meta.url))

/** The sample article. */
export function sample(): VFile {
  return new VFile({ path: SAMPLE, value: readFileSync(SAMPLE, 'utf8') })
}

/** An article of plain text, or of Markdown. */
export function article(text: string, ending: '.txt' | '.md' = '.txt'): VFile {
  return new VFile({ path: `article${ending}`, value: text })
}
