import type { Text } from 'mdast'
import type { Labels } from '../../language/labels.ts'
import type { Slide } from '../types.ts'
import { quotedTitle } from '../../language/labels.ts'
import { linesIn, WIDTH } from '../capacity.ts'
import { heading, item, list } from '../nodes.ts'

/** How many questions close a deck. */
const QUESTIONS = 3
/** As the themes set them at the smallest size, in pixels: a question of two lines leaves room for three such. */
const SIZE = 24
const INDENT = 44
const MOST_LINES = 2

/**
 * Questions for the meeting, from fixed templates round titles of the part: its first, middle and last.
 *
 * @param titles the titles of the part's points, or the part's own
 * @param labels the language's labels
 * @returns a slide, or nothing where no title is short enough
 */
export function questions(titles: Text[], labels: Labels): Slide[] {
  const fits = (title: Text): boolean => labels.questionTemplates
    .every(ask => linesIn(ask(quotedTitle(title.value)), WIDTH - INDENT, SIZE) <= MOST_LINES)
  const short = titles.filter(fits)
  const chosen = short.length <= QUESTIONS ? short : [short[0]!, short[short.length >> 1]!, short.at(-1)!]
  const [only] = chosen
  if (!only)
    return []
  // One title is asked about twice: what it says, and what is to be done.
  const asked: (readonly [template: number, title: Text])[] = chosen.length === 1
    ? [[0, only], [QUESTIONS - 1, only]]
    : chosen.map((title, index) => [index, title])
  return [{
    layout: 'questions',
    title: labels.questions,
    content: [
      heading(labels.questions),
      list(asked.map(([index, title]) => item(labels.questionTemplates[index]!(quotedTitle(title.value)))), 1),
    ],
    note: [],
  }]
}
