import type { StartFacts } from '../start-page.ts'
import type { HandoutGrid } from './kinds.ts'
import type { HandoutPart, HandoutSlide } from './parts.ts'
import { labelsFor } from '../../language/labels.ts'
import { chineseNumber } from '../../language/numerals.ts'
import { escapeHtml, phrasedHtml } from '../html-text.ts'
import { cellHeight, GAP, LINE, printArea, toPages } from './kinds.ts'
import { pageRules } from './page-rules.ts'

/** CSS: an inch is 96 px and 25.4 mm. */
const PX_PER_MM = 96 / 25.4

/** What a handout is made of. */
export interface Handout {
  article: StartFacts
  parts: HandoutPart[]
  /** The slides' own style sheets, as elements. */
  styles: string[]
  grid: HandoutGrid
}

/**
 * A handout as one HTML document, to be printed on A4: a first page with title and outline, then the slides.
 *
 * @param handout what it is made of
 * @returns HTML, with nothing in it that runs: as its pages are counted, without their numbers and without its slides,
 *   which change nothing of the layout
 */
export function handoutHtml({ article, parts, styles, grid }: Handout): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(article.language)}" class="ink handout counting">
<head>
<meta charset="utf-8">
<title>${escapeHtml(article.title)}</title>
${[...new Set(styles)].join('\n')}
<link rel="stylesheet" href="handout.css">
<style>
:root { --row: ${mm(GAP.row)}; --column: ${mm(GAP.column)}; --apart: ${mm(GAP.lines)}; --line: ${mm(LINE)} }
${pageRules(parts, grid, article.language)}
</style>
</head>
<body>
${frontPage(article, parts)}
${parts.map(part => partHtml(part, grid, article.language)).join('\n')}
</body>
</html>
`
}

function partHtml(part: HandoutPart, grid: HandoutGrid, language: string): string {
  const content = grid.rows === 0 ? flow(part, grid, language) : pages(part, grid, language)
  return `<section class="part" style="page: ${part.id}">\n${content}\n</section>`
}

function frontPage(article: StartFacts, parts: HandoutPart[]): string {
  const labels = labelsFor(article.language)
  const below = [article.subtitle, article.byline, article.talk].filter(text => text !== undefined)
  const entry = (id: string, title: string, inner = ''): string => {
    const link = `<a href="#${id}"><span>${phrasedHtml(title)}</span><b></b></a>`
    return `<li>${link}${inner}</li>`
  }
  const points = ({ slides }: HandoutPart): string =>
    slides.map(({ id, point }) => point === undefined ? '' : entry(id, point)).join('')
  const partEntry = (part: HandoutPart): string => entry(part.slides[0]!.id, part.title, list(points(part)))
  // An article without parts is its only part.
  const isOnly = parts.length === 1 && parts[0]!.title === article.title
  const entries = isOnly ? points(parts[0]!) : parts.map(partEntry).join('\n')
  return `<section class="front">
<header>
<h1>${phrasedHtml(article.title)}</h1>
${below.map(text => `<p>${phrasedHtml(text)}</p>`).join('\n')}
</header>
${entries === '' ? '' : `<nav aria-label="${escapeHtml(labels.contents)}">\n${list(entries)}\n</nav>`}
</section>`
}

function list(items: string): string {
  return items === '' ? '' : `<ol>${items}</ol>`
}

/** Slides with their notes, one after the other; two to a page where the notes are short. */
function flow({ slides, canvas }: HandoutPart, grid: HandoutGrid, language: string): string {
  const half = (printArea(grid).height - GAP.row) / 2
  return slides.map((slide, index) => {
    // The rest of its half page is for its note; under questions, half of it for the answers.
    const width = Math.min(grid.slideWidth, half * (slide.questions > 0 ? 0.5 : 0.65) * canvas.width / canvas.height)
    const room = half - width * canvas.height / canvas.width - GAP.lines
    const note = `<div class="note" role="none">${slide.note}</div>`
    const below = slide.questions > 0 ? lines(Math.floor(room / LINE), slide.questions, language) : note
    const content = `${slideBox(slide, index, width, canvas)}\n${below}`
    return `<article class="cell" style="min-height: ${mm(half)}">\n${content}\n</article>`
  }).join('\n')
}

/** Pages of slides with lines to write on. */
function pages({ slides, canvas }: HandoutPart, grid: HandoutGrid, language: string): string {
  const cells = slides.map(slide => slide.questions > 0 ? grid.cellsOfQuestions : 1)
  const area = printArea(grid)
  const columnWidth = (area.width - GAP.column * (grid.columns - 1)) / grid.columns
  return toPages(cells, grid).map((page) => {
    const items = page.map((index) => {
      const slide = slides[index]!
      const columns = Math.min(cells[index]!, grid.columns)
      const rows = cells[index]! / columns
      const height = cellHeight(grid, rows)
      const width = Math.min(grid.slideWidth, height * canvas.width / canvas.height)
      // Several columns give room beside a slide.
      const where = columns > 1 ? 'beside' : grid.lines
      const room = where === 'beside' ? height : height - width * canvas.height / canvas.width - GAP.lines
      const slideWidth = where === 'beside' && columns > 1 ? columnWidth : width
      const place = `grid-column: span ${columns}; grid-row: span ${rows}; --slide: ${mm(slideWidth)}`
      const below = lines(Math.floor(room / LINE), slide.questions, language)
      const content = `${slideBox(slide, index, width, canvas)}\n${below}`
      return `<article class="cell ${where}" style="${place}">\n${content}\n</article>`
    })
    const rowsOf = `repeat(${grid.rows}, ${mm(cellHeight(grid))})`
    const template = `${rowsOf} / repeat(${grid.columns}, ${mm(columnWidth)})`
    const style = `height: ${mm(area.height)}; grid-template: ${template}`
    return `<div class="page" role="none" style="${style}">\n${items.join('\n')}\n</div>`
  }).join('\n')
}

/** A slide, drawn smaller. Its heading is one of the handout's where a part or a point begins, and only there. */
function slideBox(
  { id, html, point }: HandoutSlide,
  index: number,
  width: number,
  canvas: HandoutPart['canvas'],
): string {
  const ofPoint = point === undefined ? 'role="paragraph"' : 'aria-level="3"'
  const heading = index === 0 ? 'aria-level="2"' : ofPoint
  const scale = width * PX_PER_MM / canvas.width
  const size = `width: ${mm(width)}; height: ${mm(width * canvas.height / canvas.width)}`
  const slide = html.replace(/<h1\b/g, () => `<h1 ${heading}`)
  const drawn = `<div role="none" style="transform: scale(${scale.toFixed(5)})">${slide}</div>`
  return `<div class="slide" role="none" id="${id}" style="${size}">${drawn}</div>`
}

/** Lines to write on, the first for each question with its number. */
function lines(count: number, questions: number, language: string): string {
  const numberOf = (line: number): string => {
    const each = Math.max(1, Math.floor(count / questions))
    const number = line / each + 1
    if (line % each !== 0 || number > questions)
      return ''
    return language.startsWith('zh') ? chineseNumber(number) : String(number)
  }
  const all = Array.from({ length: Math.max(0, count) }, (_, line) => `<i>${questions > 0 ? numberOf(line) : ''}</i>`)
  return `<div class="lines" role="none">${all.join('')}</div>`
}

function mm(length: number): string {
  return `${length.toFixed(2)}mm`
}
