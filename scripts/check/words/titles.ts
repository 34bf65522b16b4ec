import type { TalkOptions } from '../../deck/talk.ts'
import type { Labels } from '../../language/labels.ts'
import type { Outline } from '../../outline/types.ts'
import { toString } from 'mdast-util-to-string'
import { talkLines } from '../../deck/talk.ts'
import { splitClauses } from '../../language/clauses.ts'
import { askedTitle, quotedTitle, slideLabels, withoutPage } from '../../language/labels.ts'
import { bareWords } from './bare-words.ts'

/** What may stand on a slide beside what is said: headings, labels, and questions round headings. */
export class Titles {
  readonly #labels: Labels
  readonly #fixed: ReadonlySet<string>
  readonly #headings: ReadonlySet<string>
  readonly #beginnings: ReadonlySet<string>
  readonly #asked: ReadonlySet<string>
  readonly #talk: ReadonlySet<string>
  readonly #all: string

  /**
   * @param outline the article's outline
   * @param labels its language's labels
   * @param asked whose talk it is, where a person has said so
   */
  constructor(outline: Outline, labels: Labels, asked: TalkOptions = {}) {
    const { title, subtitle, byline, parts } = outline
    const ofParts = parts.flatMap(part => [part.title, ...part.points.map(point => point.title)])
    const all = [title, ...subtitle, ...byline, ...ofParts].map(({ value }) => value)
    const headings = [...all, ...headsOfItems(outline)]
    this.#labels = labels
    this.#fixed = slideLabels(labels, parts.length)
    this.#headings = new Set(headings.map(bareWords))
    this.#beginnings = new Set(headings.flatMap(beginningsOf))
    this.#asked = new Set(headings.map(heading => bareWords(quotedTitle(heading))))
    this.#talk = new Set(talkLines(outline, asked).map(bareWords))
    this.#all = [...this.#headings].join('\n')
  }

  /** Whether a text is a heading, or its first whole clauses. */
  isHeading(text: string): boolean {
    return this.#beginnings.has(bareWords(text))
  }

  /** Whether a text is one of the language's labels, a question round a heading, or says whose talk it is. */
  isLabel(text: string): boolean {
    const words = text.trim()
    const asked = askedTitle(words, this.#labels)
    const isFixed = this.#fixed.has(words) || this.#fixed.has(withoutPage(words))
    return isFixed || this.#talk.has(bareWords(words)) || (asked !== undefined && this.#asked.has(bareWords(asked)))
  }

  /** Whether words stand somewhere in a heading. */
  has(words: string): boolean {
    return this.#all.includes(words)
  }
}

/** The bold words that items of lists begin with. */
function headsOfItems({ lead, parts, closing }: Outline): string[] {
  const ofParts = parts.flatMap(({ lead, points, closing }) =>
    [...lead, ...points.flatMap(({ passages }) => passages), ...closing])
  return [...lead, ...ofParts, ...closing].filter(({ kind }) => kind === 'item').flatMap(({ slice, text }) => {
    const first = slice(0, text.length).data?.phrasing?.[0]
    return first?.type === 'strong' ? [toString(first)] : []
  })
}

/** A heading that is too long for a slide is cut at a clause's end. */
function beginningsOf(heading: string): string[] {
  let kept = ''
  return splitClauses(heading, 'commas').map(clause => bareWords(kept += clause))
}
