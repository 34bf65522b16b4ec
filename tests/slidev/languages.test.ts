import { describe, expect, it } from 'vitest'
import { toSlidevMarkdown } from '../../scripts/slidev/escape.ts'

describe('a block of code', () => {
  it.each([['js', 'js'], ['TypeScript', 'typescript'], ['C++', 'c++'], ['sh', 'sh'], ['Text', ''], ['klingon', ''], ['mermaid', ''], ['js{1,2}', ''], ['js "><b>', '']])('in %s names to Slidev %j', (name, language) => {
    expect(toSlidevMarkdown({ type: 'code', lang: name, value: 'x' })).toBe(`\`\`\`${language}\nx\n\`\`\`\n`)
  })
})
