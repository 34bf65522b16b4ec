import type { TestSpecification } from 'vitest/node'
import { readFileSync } from 'node:fs'
import { BaseSequencer } from 'vitest/node'

/**
 * The order of test files: Vitest's own, but of those that want the built sample one comes first and the others last.
 * While it builds the sample, nobody waits.
 */
export class SampleFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const [first, ...later] = sorted.filter(wantsSample)
    return first ? [first, ...sorted.filter(file => !wantsSample(file)), ...later] : sorted
  }
}

function wantsSample({ moduleId }: TestSpecification): boolean {
  return /\bbuiltSample\(|\bcopiedSample\(/.test(readFileSync(moduleId, 'utf8'))
}
