import type { RootContent } from 'mdast'
import type { Reading } from './reading.ts'
import { REASONS } from './reading.ts'

/**
 * The words that an abbreviation stands for, which a page shows when one points at it (PHP Markdown Extra,
 * “Abbreviations”): *[HTML]: Hyper Text.
 */
const ABBREVIATION = /^\*\[[^\]\n]+\]:[ \t]+\S/

/**
 * Leaves out lines that say what abbreviations stand for.
 *
 * @param node a block
 * @param reading what the steps share
 * @returns the block, nothing where it is such lines
 */
export function dropAbbreviations(node: RootContent, { place, left }: Reading): RootContent[] {
  if (node.type !== 'paragraph' || !node.position)
    return [node]
  const source = place.source.slice(node.position.start.offset, node.position.end.offset)
  if (!source.split(/\r?\n/).every(line => ABBREVIATION.test(line)))
    return [node]
  left.push({ words: source, reason: REASONS.abbreviation, position: node.position })
  return []
}
