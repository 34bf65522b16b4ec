import type { Step } from '../support/pages.ts'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkout } from '../support/checkout.ts'
import { docPages, isOutput, stepsOf } from '../support/pages.ts'
import { run, runServer } from '../support/shell.ts'
import { writeStep } from '../support/steps.ts'

/**
 * Not run here: they fetch packages, or are this very test. That their scripts are in package.json, tests/docs.test.ts
 * holds; tests/all/package.test.ts installs the package.
 */
const NOT_RUN = /^(?:git clone |cd |npm ci$|npm install |npm test$|npm run )/
/** They go on until Ctrl-C. */
const GOES_ON = /^npx (?:lectern (?:dev|present)|slidev) /
/**
 * The Chinese README has the commands of the English one, as tests/docs.test.ts holds. The API's examples import the
 * installed package: tests/all/package.test.ts runs them.
 */
const ELSEWHERE = /^(?:README\.zh-CN\.md|docs\/api\.md)$/
const OWN_PAGES = docPages().filter(({ path }) => !ELSEWHERE.test(path))
const PAGES = OWN_PAGES.map(page => ({ path: page.path, steps: stepsOf(page) })).filter(({ steps }) => steps.length > 0)
/**
 * The article of the pages' reader. `npm start` in the README builds the sample; this one is small, since it is built
 * again and again.
 */
const TALK = '渡口\n\n一、船\n\n船是木头做的，用了三十年，还没有坏。\n\n二、人\n\n过河的人先在岸边喊一声，老李听见了就把船撑过来。\n\n三、桥\n\n桥通了以后，渡口还在。\n'
const isForContributors = ({ path }: { path: string }): boolean => path === 'CONTRIBUTING.md'
const isChinese = ({ path }: { path: string }): boolean => path.startsWith('docs/zh-CN/')

let project: Awaited<ReturnType<typeof checkout>>
let env: NodeJS.ProcessEnv

/** Writes, changes and runs what a step says; what it says must then be so. */
async function take(step: Step, first: boolean): Promise<void> {
  return step.kind === 'run' ? follow(step, first) : writeStep(step, project.path)
}

async function follow({ command, code, line, output }: Extract<Step, { kind: 'run' }>, first: boolean): Promise<void> {
  const parts = command.split(' && ').filter(part => !NOT_RUN.test(part))
  for (const part of parts.filter(part => GOES_ON.test(part))) {
    // As written, but for the window that it would open.
    expect(await runServer(part.includes(' present ') ? `${part} --no-open` : part, project.path, env), part).toBe(200)
  }
  // A page's first command goes through npx. The others start what npx would, without the second that it takes.
  const rest = parts.filter(part => !GOES_ON.test(part)).map(part => first ? part : part.replace(/^npx lectern /, 'node scripts/lectern.mjs '))
  if (rest.length === 0)
    return
  const ran = await run(rest.join(' && '), project.path, env)
  expect(ran.code, `line ${line}, ${command}: ${ran.output}`).toBe(code)
  if (output !== undefined)
    expect(isOutput(output, ran.output), `line ${line}, ${command} prints:\n${ran.output}\nand the page shows:\n${output}`).toBe(true)
}

// Readers of one group share a copy, as a reader has one: what one page has built, the next need not build again.
// Contributors change the code in theirs.
describe.each([
  { name: 'users', locale: 'C.UTF-8', pages: PAGES.filter(page => !isForContributors(page) && !isChinese(page)) },
  { name: 'users in Chinese', locale: 'zh_CN.UTF-8', pages: PAGES.filter(isChinese) },
  { name: 'contributors', locale: 'C.UTF-8', pages: PAGES.filter(isForContributors) },
])('what $name are told to do', ({ pages, locale }) => {
  beforeAll(async () => {
    env = { LC_ALL: locale }
    project = await checkout()
    await writeFile(join(project.path, 'talk.txt'), TALK)
  })
  afterAll(() => project?.clean())

  it.each(pages)('$path', async ({ steps }) => {
    for (const [index, step] of steps.entries())
      await take(step, steps.findIndex(({ kind }) => kind === 'run') === index)
  }, 600_000)
})
