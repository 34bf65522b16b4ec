import type { VFile } from 'vfile'
import type { Passage } from '../article/passage.ts'
import type { Wording } from '../messages/model.ts'
import { warn } from '../article/warn.ts'
import { splitClauses } from '../language/clauses.ts'
import { cutLongClause } from '../language/long-clauses.ts'
import { splitSentences } from '../language/sentences.ts'
import { wording } from '../messages/wording.ts'

/** A shorter passage has no such clause. In characters. */
const SHORTEST = 100

/**
 * Tells of clauses that are so long that no slide holds them whole.
 *
 * @param passages the article's text
 * @param file takes a message of each
 */
export function warnLongClauses(passages: Passage[], file: VFile): void {
  for (const { kind, text, slice } of passages.filter(isLong)) {
    let at = 0
    for (const clause of splitSentences(text).flatMap(sentence => splitClauses(sentence, 'commas'))) {
      const pieces = cutLongClause(clause).length
      if (pieces > 1)
        warn(file, 'long-clause', slice(at, at + clause.length).position, longClause(kind, clause, pieces))
      at += clause.length
    }
  }
}

function isLong({ kind, text }: Passage): boolean {
  return text.length >= SHORTEST && (kind === 'paragraph' || kind === 'item' || kind === 'quotation')
}

function longClause(kind: Passage['kind'], clause: string, pieces: number): Wording {
  return wording(kind === 'item' ? 'long-item' : 'long-clause', { count: clause.trim().length, pieces })
}
