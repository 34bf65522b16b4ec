import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The examples of a page of the documentation: each program, and what the page says that it prints. */
export function examplesOf(page: string): { program: string, prints: string }[] {
  const text = readFileSync(fileURLToPath(new URL(`../../${page}`, import.meta.url)), 'utf8')
  return Array.from(text.matchAll(/^```js example\n([\s\S]*?)^```\n\nprints\n\n```text\n([\s\S]*?)^```$/gm), ([, program, prints]) => ({ program: program!, prints: prints! }))
}
