import type { HandoutKind } from './handout/kinds.ts'
import { HANDOUT_KINDS, handoutFile } from './handout/kinds.ts'

export const KINDS = ['html', 'offline', 'pdf', 'handout', 'pptx'] as const
/** What `--only` names. */
export type Kind = typeof KINDS[number]

/** The pages as one result: start page, decks, and what they share. */
export const PAGES = 'pages'
export const OFFLINE = 'offline.html'
/** The decks' PDFs as one. */
export const WHOLE_PDF = 'all.pdf'

/** Kinds of results that are asked for. */
export interface WantedKinds {
  kinds: readonly Kind[]
  handout: HandoutKind
}

/**
 * The results that an article with these decks has. But for the pages, a result is called by its file's name.
 *
 * @param wanted the kinds that are asked for
 * @param decks the decks' names
 */
export function resultsOf({ kinds, handout }: WantedKinds, decks: string[]): string[] {
  const ofKind: Readonly<Record<Kind, string[]>> = {
    html: [PAGES],
    offline: [OFFLINE],
    pdf: [...decks.map(deck => `${deck}.pdf`), WHOLE_PDF],
    handout: [handoutFile(handout)],
    pptx: decks.map(deck => `${deck}.pptx`),
  }
  return KINDS.filter(kind => kinds.includes(kind)).flatMap(kind => ofKind[kind])
}

/**
 * Every result that an article with these decks can have.
 *
 * @param decks the decks' names
 */
export function allResults(decks: string[]): string[] {
  return [...new Set(HANDOUT_KINDS.flatMap(handout => resultsOf({ kinds: KINDS, handout }, decks)))]
}

/** The files and folders of a result: a deck's PDF comes with the picture of its cover. */
export function filesOf(result: string, decks: string[]): string[] {
  if (result === PAGES)
    return ['index.html', ...decks.map(deck => `${deck}.html`), 'assets']
  const deck = deckOf(result)
  return deck !== undefined && result.endsWith('.pdf') ? [result, pictureFile(deck)] : [result]
}

/** The deck whose own a result is; nothing where it is the whole article's. */
export function deckOf(result: string): string | undefined {
  return /^(\d+)\.(?:pdf|pptx)$/.exec(result)?.[1]
}

/** Whether it is made from what a browser prints. */
export function isPrinted(result: string): boolean {
  return /\.(?:pdf|pptx)$/.test(result)
}

/** Whether a browser makes it: what joins the decks' PDFs does without. */
export function isDrawn(result: string): boolean {
  return isPrinted(result) && result !== WHOLE_PDF
}

/** The file with the picture of a deck's cover. */
export function pictureFile(deck: string): string {
  return `${deck}.webp`
}
