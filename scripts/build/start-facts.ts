import type { LoadedDeck } from './decks.ts'
import type { Plan } from './plan.ts'
import type { StartFacts } from './start-page.ts'
import { plainTitle } from './decks.ts'
import { HANDOUT_KINDS, handoutFile } from './handout/kinds.ts'
import { pointsOf } from './points.ts'
import { OFFLINE, pictureFile, WHOLE_PDF } from './results.ts'

/**
 * What an article's start page shows.
 *
 * @param plan the article
 * @param decks its decks
 * @param files the files that there will be
 */
export function startFacts({ name, titles }: Plan, decks: LoadedDeck[], files: string[]): StartFacts {
  const { headmatter } = decks[0]!.data
  const isAlone = decks.length === 1
  return {
    ...titles,
    title: titles.title ?? (isAlone && headmatter.title ? plainTitle(String(headmatter.title)) : name),
    language: String(headmatter.lang ?? 'en'),
    decks: decks.map(deck => ({
      name: deck.name,
      title: plainTitle(String(deck.data.headmatter.title ?? deck.name)),
      slides: deck.data.slides.length,
      ...(deck.data.headmatter.duration !== undefined && { duration: String(deck.data.headmatter.duration) }),
      points: pointsOf(deck),
      pdf: files.includes(`${deck.name}.pdf`),
      picture: files.includes(pictureFile(deck.name)),
    })),
    handouts: HANDOUT_KINDS.filter(kind => files.includes(handoutFile(kind))),
    offline: files.includes(OFFLINE),
    // Of one deck it is the same as its own.
    wholePdf: !isAlone && files.includes(WHOLE_PDF),
  }
}
