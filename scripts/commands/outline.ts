import type { Slide } from '../deck/types.ts'
import type { Language, PlainKey } from '../messages/model.ts'
import type { Doubt, Outline, Part } from '../outline/types.ts'
import type { Console } from './console.ts'
import { withoutInvisible } from '../article/invisible.ts'
import { DEFAULT_OPTIONS, planDecks, SHORT_ARTICLE } from '../deck/plan.ts'
import { talkBesideByline } from '../deck/talk.ts'
import { readArticle } from '../files/article.ts'
import { speakingMinutes } from '../language/measure.ts'
import { reasonIn } from '../messages/reason.ts'
import { inLanguage, wording } from '../messages/wording.ts'
import { toJson } from '../outline/json.ts'
import { outlineOf } from '../pipeline.ts'
import { readersLanguage, reportMessages } from './console.ts'
import { displayWidth } from './text-width.ts'

/**
 * Prints an article's outline: parts, points, slides and minutes, and every doubtful decision.
 *
 * @param path the article
 * @param flags what a person asked for
 * @param flags.json print JSON and nothing else
 * @param flags.encoding the article's encoding
 * @param terminal where results and messages go
 */
export async function outline(
  path: string,
  flags: { json?: boolean, encoding?: string },
  terminal: Console,
): Promise<void> {
  const article = await readArticle(path, { given: flags.encoding })
  const tree = outlineOf(article.file)
  reportMessages(article, terminal)
  const language = readersLanguage(terminal)
  terminal.log(flags.json ? JSON.stringify(toJson(tree, language), undefined, 2) : describe(tree, path, language))
}

/** The tree in rows, its labels in the reader's language: slides and minutes that each title takes, then the title. */
function describe(tree: Outline, path: string, language: Language): string {
  const say = (key: PlainKey): string => inLanguage(wording(key), language)
  const columns = { slides: say('outline-slides'), minutes: say('outline-minutes') }
  const { decks } = planDecks(DEFAULT_OPTIONS)(tree)
  const rows = tree.parts.flatMap((part, index): Row[] => {
    const deck = decks[index]!
    const title = `${index + 1}  ${part.title.value}`
    const row = { slides: deck.slides.length, minutes: minutesOf(deck.slides), title }
    return [row, ...pointRows(part, deck.slides)]
  })
  const all = decks.flatMap(deck => deck.slides)
  const lines = [
    tree.title.value,
    ...[...tree.subtitle, ...tree.byline].map(text => text.value),
    ...talkBesideByline(tree),
    '',
    `${columns.slides}  ${columns.minutes}`,
    ...[{ slides: all.length, minutes: minutesOf(all), title: say('outline-whole') }, ...rows].map((row) => {
      const slides = String(row.slides).padStart(displayWidth(columns.slides))
      const minutes = row.minutes.toFixed(1).padStart(displayWidth(columns.minutes))
      return `${slides}  ${minutes}  ${row.title}`
    }),
  ]
  if (tree.parts.length > 1 && minutesOf(all) < SHORT_ARTICLE)
    lines.push('', say('outline-one-deck'))
  if (tree.doubts.length > 0)
    lines.push('', say('outline-doubtful'), ...tree.doubts.map(doubt => doubtRow(doubt, path, language)))
  // Frontmatter may write control characters as escapes.
  return lines.map(line => withoutInvisible(line)).join('\n')
}

function doubtRow({ position: { start }, confidence, ...why }: Doubt, path: string, language: Language): string {
  const share = `${Math.round(confidence * 100)} %`.padStart(5)
  return `${share}  ${path}:${start.line}:${start.column}  ${reasonIn(why, language)}`
}

interface Row { slides: number, minutes: number, title: string }

/**
 * A point's slides are those whose note ends in it, since an ordinal may stand before its title, and those without a
 * note that go on with them.
 */
function pointRows(part: Part, slides: Slide[]): Row[] {
  const closing = part.closing[0]?.slice(0, 1).position!.start.offset ?? Number.POSITIVE_INFINITY
  const starts = [...part.points.map(point => point.title.position!.start.offset!), closing]
  const ends: number[] = []
  for (const [index, { position, title }] of slides.entries()) {
    const before = title === slides[index - 1]?.title ? ends[index - 1] ?? -1 : -1
    ends.push(position ? position.end.offset! - 1 : before)
  }
  return part.points.map((point, index): Row => {
    const own = slides.filter((_, at) => ends[at]! >= starts[index]! && ends[at]! < starts[index + 1]!)
    const branch = index === part.points.length - 1 ? '└' : '├'
    return { slides: own.length, minutes: minutesOf(own), title: `   ${branch} ${point.title.value}` }
  })
}

function minutesOf(slides: Slide[]): number {
  return speakingMinutes(slides.flatMap(slide => slide.note.flat()).map(text => text.value).join(''))
}
