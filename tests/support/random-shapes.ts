import type { Shape } from './shapes.ts'
import fc from 'fast-check'
import { ELEMENTS, MARKDOWN_MARKS, NUMBERS, TEXT_MARKS, VOID } from './shapes.ts'

const WORDS = ['甲', '甲乙', 'a', 'ab ', '1', '渡口的灯亮着', '王教授说：', '。', '，', '是', '不是']
const BREAKS = ['\n', '\n\n', ' ', '\u3000', '\n    ', '\r', '\t', '']
const TAGS = ELEMENTS.flatMap(name => [`<${name}>`, `</${name}>`])

/** What texts of each ending are put together from. */
const PIECES = {
  '.txt': [...TEXT_MARKS, ...NUMBERS],
  '.md': [...MARKDOWN_MARKS, ...MARKDOWN_MARKS, ...TEXT_MARKS, ...NUMBERS],
  '.html': [...TAGS, ...VOID, ...VOID, ...TEXT_MARKS],
} as const

type Ending = keyof typeof PIECES

/** Up to so many pieces of text, marks among them. */
function row(ending: Ending, minLength: number, maxLength: number): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...PIECES[ending]) },
    { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
    { weight: 2, arbitrary: fc.constantFrom(...BREAKS) },
  )
  return fc.array(piece, { minLength, maxLength }).map(pieces => pieces.join(''))
}

/**
 * Texts of marks, of each alone and of several together: a row of them, or two rows, with something before, between and
 * behind.
 */
export const randomShapes: fc.Arbitrary<Shape> = fc.constantFrom<Ending>('.txt', '.md', '.md', '.md', '.html')
  .chain(ending => fc.tuple(
    fc.constant(ending),
    row(ending, 0, 1),
    row(ending, 1, 5),
    row(ending, 0, 2),
    fc.option(row(ending, 1, 4)),
    row(ending, 0, 1),
  ))
  .map(([ending, head, first, between, second, tail]) => ({
    name: JSON.stringify([head, first, between, second ?? '', tail]),
    ending,
    of: count => `${head}${first.repeat(count)}${between}甲${second?.repeat(count) ?? ''}${tail}`,
  }))
