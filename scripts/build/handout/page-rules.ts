import type { HandoutGrid } from './kinds.ts'
import type { HandoutPart } from './parts.ts'
import { labelsFor } from '../../language/labels.ts'
import { cssString } from '../html-text.ts'
import { PAPER } from './kinds.ts'

/**
 * The rules for a handout's pages (CSS Paged Media 3): A4, mirrored for double-sided printing, the part at the head,
 * the page's number and their count at the foot, both at the outer edge.
 *
 * @param parts the handout's parts: each has pages of its own name
 * @param grid how slides stand on the pages
 * @param language a BCP 47 tag
 * @returns CSS
 */
export function pageRules(parts: HandoutPart[], grid: HandoutGrid, language: string): string {
  const [before, between, after] = labelsFor(language).pageOf.map(cssString)
  const foot = `content: ${before} counter(page) ${between} counter(pages) ${after}`
  const margins = (left: number, right: number): string =>
    `margin: ${PAPER.top}mm ${right}mm ${PAPER.bottom}mm ${left}mm`
  return `@page { size: A4 }
@page :right { ${margins(PAPER.inner, grid.outer)}; @bottom-right { ${foot}; ${FOOT} } }
@page :left { ${margins(grid.outer, PAPER.inner)}; @bottom-left { ${foot}; ${FOOT} } }
${parts.map(headRules).join('\n')}`
}

function headRules({ id, title }: HandoutPart): string {
  const head = `content: ${cssString(title)}; ${HEAD}`
  return `@page ${id}:right { @top-right { ${head}; text-align: right } }
@page ${id}:left { @top-left { ${head}; text-align: left } }`
}

const BOX = 'color: #555; font: 8.5pt/1.4 var(--sans, sans-serif)'
const FOOT = `${BOX}; vertical-align: top; padding-top: 6mm`
const HEAD = `${BOX}; vertical-align: bottom; padding-bottom: 2mm; margin-bottom: 4mm; border-bottom: 0.2mm solid #bbb`
