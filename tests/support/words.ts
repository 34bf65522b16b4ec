import type { VFile } from 'vfile'
import type { CheckedArticle, CheckMessage, DeckToCheck, GeneratedDeck } from '../../scripts/check/deck.ts'
import type { Coverage } from '../../scripts/check/words/coverage.ts'
import type { DeckOptions } from '../../scripts/deck/types.ts'
import type { DeckFile } from '../../scripts/slidev/stringify.ts'
import { checkWords } from '../../scripts/check/words/words.ts'
import { DEFAULT_OPTIONS } from '../../scripts/deck/plan.ts'
import { labelsFor } from '../../scripts/language/labels.ts'
import { statesOf } from '../../scripts/merge/states.ts'
import { decksOf } from '../../scripts/pipeline.ts'
import { readDeck } from '../../scripts/slidev/read.ts'

/** An article with its decks, as `check` has them. */
export function generatedFrom(file: VFile, options: Partial<DeckOptions> = {}): CheckedArticle {
  return { path: file.path, ...decksOf(file, { ...DEFAULT_OPTIONS, ...options, theme: '../../themes/study' }), isNewer: false }
}

/**
 * What `check` says of the words of decks: `kept` is what was generated, `now` what a person has made of it. No browser
 * is needed for that.
 */
export function wordsOf(
  article: CheckedArticle,
  kept: DeckFile[],
  now: DeckFile[] = kept,
): { coverage: Coverage, messages: CheckMessage[] } {
  const states = statesOf(kept, now, labelsFor(article.outline.language).conflict)
  const decks = now.map(({ name, markdown }, index): DeckToCheck => {
    const slides = readDeck(markdown)
    const placed = slides.map(({ data }, index) => ({ data, source: { filepath: name, index } }))
    const shown = placed.filter(({ data }) => data.hide !== true).map(({ source }) => ({ source }))
    return { file: name, deck: { name: name.replace('.md', ''), path: name, data: { slides: shown } } as unknown as DeckToCheck['deck'], slides, state: states[index]! }
  })
  const generated = kept.map((deck): GeneratedDeck => ({ ...deck, slides: readDeck(deck.markdown) }))
  return checkWords(decks, generated, article)
}
