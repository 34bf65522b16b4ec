import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import process from 'node:process'

/** What Vitest's JSON reporter writes, as far as it is read here. Times are in milliseconds. */
interface Report { testResults: FileReport[] }

interface FileReport {
  name: string
  startTime: number
  endTime: number
  assertionResults: { status: string }[]
}

/**
 * Prints how long each test file took, the longest first, of one run or of two beside each other:
 *
 *     npx vitest run --reporter=json --outputFile=after.json
 *     npm run bench:times -- before.json after.json
 */
function main(paths: string[]): void {
  const runs = paths.map(path => timesOf(JSON.parse(readFileSync(path, 'utf8')) as Report))
  const files = [...new Set(runs.flatMap(run => [...run.keys()]))]
  const secondsIn = (file: string): number[] => runs.map(run => run.get(file)?.seconds ?? 0)
  const last = (file: string): number => secondsIn(file).reduce((most, own) => Math.max(most, own))
  console.log(`| test file | ${paths.map(path => `${path}: seconds, tests`).join(' | ')} |\n| --- |${' ---: |'.repeat(paths.length)}`)
  for (const file of files.sort((one, other) => last(other) - last(one)))
    console.log(`| ${file} | ${runs.map(run => cell(run.get(file))).join(' | ')} |`)
  const both = (all: Time, own: Time): Time => ({ seconds: all.seconds + own.seconds, tests: all.tests + own.tests })
  const sum = (run: Map<string, Time>): Time => [...run.values()].reduce(both)
  console.log(`| all ${files.length} | ${runs.map(run => cell(sum(run))).join(' | ')} |`)
}

interface Time { seconds: number, tests: number }

/** Tests that were skipped took no time. */
function timesOf({ testResults }: Report): Map<string, Time> {
  return new Map(testResults.map(({ name, startTime, endTime, assertionResults }) => [
    relative(process.cwd(), name).replace(/^.*?(?=tests\/)/, ''),
    { seconds: (endTime - startTime) / 1000, tests: assertionResults.filter(({ status }) => status === 'passed' || status === 'failed').length },
  ]))
}

function cell(time: Time | undefined): string {
  return time ? `${time.seconds.toFixed(1)}, ${time.tests}` : ''
}

main(process.argv.slice(2))
