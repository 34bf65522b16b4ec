/**
 * How Lectern reads what nobody here wrote: collections of pages, documents and texts that others have made to test
 * programs by. They are not part of the project; each says where it is found. Run it with `npm run bench:suites --
 * FOLDER`, or name suites after the folder. What falls short goes to standard error, a line each.
 */
import type { Suite } from './suites/suite.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { extraction } from './suites/extraction.ts'
import { markdown } from './suites/markdown.ts'
import { readability } from './suites/readability.ts'
import { specifications } from './suites/specifications.ts'
import { word } from './suites/word.ts'

const SUITES: readonly Suite[] = [readability, extraction, specifications, word, markdown]

const [folder, ...names] = process.argv.slice(2)
if (folder === undefined) {
  console.error(`npm run bench:suites -- FOLDER [NAME…], where the folder has\n${SUITES.map(suite => `  ${suite.folder}: ${suite.source}`).join('\n')}`)
  process.exit(2)
}
console.log('| suite | what | value |\n| --- | --- | --- |')
for (const suite of SUITES.filter(({ folder: name }) => names.length === 0 || names.includes(name))) {
  const path = join(folder, suite.folder)
  if (!existsSync(path)) {
    console.error(`${path}: not there. It is ${suite.source}.`)
    continue
  }
  const figures = await suite.measure(path, line => console.error(`${suite.folder}/${line}`))
  for (const { what, value } of figures)
    console.log(`| ${suite.folder} | ${what} | ${value} |`)
}
