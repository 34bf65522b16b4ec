import { describe, expect, it } from 'vitest'
import { GRIDS, toPages } from '../../scripts/build/handout/kinds.ts'

describe('slides on a handout\'s pages', () => {
  it.each([
    ['two to a page', '2', [1, 1, 1], [[0, 1], [2]]],
    ['questions have a page of two to themselves', '2', [1, 2, 1], [[0], [1], [2]]],
    ['three to a page, questions among them', '3', [1, 1, 1, 1], [[0, 1, 2], [3]]],
    ['six to a page', '6', [1, 1, 1, 1, 1, 1, 1], [[0, 1, 2, 3, 4, 5], [6]]],
    ['questions begin a row of six', '6', [1, 1, 1, 2, 1], [[0, 1, 2, 3], [4]]],
    ['questions that find no row left go to the next page', '6', [1, 1, 1, 1, 1, 2], [[0, 1, 2, 3, 4], [5]]],
    ['no slides, no page', '6', [], []],
  ] as const)('%s', (_, kind, cells, pages) => {
    expect(toPages(cells, GRIDS[kind])).toEqual(pages)
  })
})
