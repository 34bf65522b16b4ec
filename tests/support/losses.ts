import type { DeckFile } from '../../scripts/slidev/stringify.ts'
import type { Loss } from '../../scripts/witness/model.ts'
import { openArticle } from '../../scripts/article/open.ts'
import { DEFAULT_OPTIONS } from '../../scripts/deck/plan.ts'
import { decksOf } from '../../scripts/pipeline.ts'
import { readDeck } from '../../scripts/slidev/read.ts'
import { findLosses } from '../../scripts/witness/witness.ts'

/** What an article's file has and its decks have not, where somebody has changed these. */
export async function lossesOf(
  path: string,
  content: string | Uint8Array,
  change: (decks: DeckFile[]) => DeckFile[] = decks => decks,
): Promise<{ losses: Loss[], decks: DeckFile[] }> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const { file, encoding } = await openArticle(path, bytes)
  const { decks } = decksOf(file, { ...DEFAULT_OPTIONS, theme: '../../themes/study' })
  const changed = change(decks)
  const slides = changed.flatMap(({ markdown }) => readDeck(markdown))
  const losses = await findLosses({ path, bytes, encoding, leftOut: file.data.leftOut ?? [] }, slides)
  return { losses, decks }
}

/** Puts other words in the place of some, wherever these stand in the decks, even in a headline with a strong point. */
export function replacing(from: string, to: string): (decks: DeckFile[]) => DeckFile[] {
  const plain = (markdown: string): string => markdown.replace(/^# .*$/gm, headline => headline.replaceAll('**', ''))
  return decks => decks.map(({ name, markdown }) => ({ name, markdown: plain(markdown).replaceAll(from, to) }))
}
