import type { Outline, Part } from '../outline/types.ts'
import type { Console } from './console.ts'
import { DEFAULT_OPTIONS, planDecks } from '../deck/plan.ts'
import { readArticle } from '../files/article.ts'
import { labelsFor } from '../language/labels.ts'
import { toJson } from '../outline/json.ts'
import { outlineOf } from '../pipeline.ts'
import { reportMessages } from './console.ts'

/**
 * Prints an article's outline: parts, points, slides and minutes, and every doubtful decision.
 *
 * @param path the article
 * @param flags what a person asked for
 * @param flags.json print JSON and nothing else
 * @param flags.encoding the article's encoding
 * @param console where results and messages go
 */
export async function outline(path: string, flags: { json?: boolean, encoding?: string }, console: Console): Promise<void> {
  const article = await readArticle(path, { given: flags.encoding })
  const tree = outlineOf(article.file)
  reportMessages(article, console)
  console.log(flags.json ? JSON.stringify(toJson(tree), undefined, 2) : describe(tree, path))
}

function describe(tree: Outline, path: string): string {
  const labels = labelsFor(tree.language)
  const { decks } = planDecks(DEFAULT_OPTIONS)(tree)
  const minutes = decks.reduce((sum, deck) => sum + deck.minutes, 0)
  const lines = [
    tree.title.value,
    ...[...tree.subtitle, ...tree.byline].map(text => `  ${text.value}`),
    `  ${labels.start.slides(decks.reduce((sum, deck) => sum + deck.slides.length, 0))}, ${labels.minutes(minutes)}`,
    '',
  ]
  for (const [index, part] of tree.parts.entries()) {
    const deck = decks[index]!
    lines.push(`${index + 1}  ${part.title.value}`, `   ${labels.start.slides(deck.slides.length)}, ${labels.minutes(deck.minutes)}`, ...points(part), '')
  }
  if (tree.doubts.length > 0) {
    lines.push(tree.language.startsWith('zh') ? '存疑' : 'Doubtful')
    for (const doubt of tree.doubts)
      lines.push(`  ${path}:${doubt.position.start.line}:${doubt.position.start.column}  ${Math.round(doubt.confidence * 100)} %  ${doubt.reason}`)
  }
  return lines.join('\n').trimEnd()
}

function points(part: Part): string[] {
  return part.points.map((point, index) => `   ${index === part.points.length - 1 ? '└' : '├'} ${point.title.value}`)
}
