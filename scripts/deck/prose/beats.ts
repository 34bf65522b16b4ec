import type { Layout } from '../types.ts'
import type { Beat, Matter, Option } from './options.ts'
import type { Breath, Prose } from './voices.ts'
import { plainText } from '../structures/alike.ts'
import { answersOf } from './answers.ts'
import { isSecondHalf, structuresIn } from './evidence.ts'
import { foundIn } from './found.ts'
import { headlinesIn } from './headlines.ts'
import { optionsFor } from './options.ts'
import { quotationOf } from './quotation.ts'
import { setsIn } from './sets.ts'
import { speaksOn } from './voices.ts'

/** What is known of the text that beats are cut from. */
export interface Setting {
  /** The headings above, whose words weigh. */
  heading: string
  /** The heading is a clause of the text, and said with the first beat: how long that takes, in seconds. */
  opening?: number
  /** The layouts of the slides before. */
  before: readonly Layout[]
}

/** A beat takes about so long; it is no shorter and no longer than this, where it can be. In seconds. */
const PACE = { shortest: 12, short: 22, long: 38, longest: 50 } as const
/** Of what is begun anew with each slide, so that many weak beats are not worth more than few strong ones. */
const PRICE = 0.7
/**
 * No slide is of more breaths: so many words of one character are thousands of slides to try. What has nothing to
 * show is not counted.
 */
const MOST_BREATHS = 60
/** So many ways to go on are looked at from each breath. */
const WIDTH = 6

/** A way through the text: its last beat, and the way to it. */
interface Way {
  beat?: Beat
  before?: Way
  value: number
  layouts: readonly Layout[]
  /** How many of its slides the heading above heads. */
  headings: number
}

/**
 * Cuts prose into beats, each with the headline and the evidence that say most, by what they are worth and by the
 * rhythm of all: the best way through the text, found from breath to breath.
 *
 * @param prose sentences under one heading
 * @param setting what stands above and before
 * @returns the beats in order; their breaths together are the text's
 */
export function beatsOf(prose: Prose, setting: Setting): Beat[] {
  const { breaths } = prose
  const matter = matterOf(prose, setting.heading)
  const opened = setting.opening === undefined ? 'heading' : 'clause'
  const ways = [...breaths.map(() => new Ways()), new Ways()]
  ways[0]!.add({ value: 0, layouts: setting.before, headings: 0 })
  for (let from = 0; from < breaths.length; from++) {
    let seconds = from === 0 ? setting.opening ?? 0 : 0
    const start = ways[from]!.best()
    let shown = 0
    for (let to = from; to < breaths.length && start.length > 0; to++) {
      seconds += breaths[to]!.seconds
      const isFirst = shown === 0
      shown += isSilent(breaths[to]!) ? 0 : 1
      // What has nothing to show is said with what has, however long that is.
      if (shown === 0)
        continue
      const isFull = seconds > PACE.longest || shown > MOST_BREATHS
      if (isFull && !isSilent(breaths[to]!) && !isFirst)
        break
      // Of many that have nothing to show none is parted from the others.
      if (to - from > MOST_BREATHS && isSilent(breaths[to]!) && to + 1 < breaths.length && isSilent(breaths[to + 1]!))
        continue
      const own = breaths.slice(from, to + 1)
      const isAll = from === 0 && to === breaths.length - 1
      const pace = costOfPace(seconds, isAll)
      const cost = PRICE + costOfCut(own, breaths[to + 1])
      for (const option of optionsFor(matter, own, seconds, from > 0 ? 'none' : opened)) {
        for (const way of start)
          ways[to + 1]!.goOn(way, option, cost + (option.beat.evidence.structure?.half ? 0 : pace))
      }
    }
  }
  return beatsOn(ways[breaths.length]!.best()[0])
}

function matterOf(prose: Prose, heading: string): Matter {
  const headlines = headlinesIn(prose, heading)
  const text = plainText(prose.text)
  const found = foundIn(prose)
  return {
    prose,
    headlines,
    evidence: structuresIn(prose, found).sort((one, other) => one.spans[0]!.start - other.spans[0]!.start),
    sets: setsIn(prose, found),
    headed: prose.voices.flatMap(voice => quotationOf(prose, voice, headlines) ?? answersOf(prose, text, voice)),
  }
}

/** The beats of a way, from the first on. */
function beatsOn(last: Way | undefined): Beat[] {
  const beats: Beat[] = []
  for (let way = last; way?.beat; way = way.before)
    beats.unshift(way.beat)
  return beats
}

/** No heading stands on more slides than this. */
const MOST_HEADINGS = 2

/** What a way is worth with one more slide. */
function valueOf(before: Way, { beat, value }: Option, cost: number): number {
  const isTooOften = !beat.headline && before.headings >= MOST_HEADINGS
  return before.value + value - cost - monotony(beat, before.layouts) - (isTooOften ? 5 : 0)
}

/** The ways to one place: of those that end alike the best alone. */
class Ways {
  readonly #byEnd = new Map<string, Way>()

  add(way: Way): void {
    const end = way.layouts.slice(-2).join()
    // Of those that are worth the same the first that came is taken.
    this.#byEnd.delete(end)
    this.#byEnd.set(end, way)
  }

  /** Adds a way with one more slide, if it is better: most of thousands are not, and never made. */
  goOn(before: Way, option: Option, cost: number): void {
    const { headline, evidence: { layout } } = option.beat
    const last = before.layouts.at(-1)
    const own = this.#byEnd.get(last ? `${last},${layout}` : layout)
    const value = valueOf(before, option, cost)
    if (own && own.value >= value)
      return
    const headings = before.headings + (headline ? 0 : 1)
    this.add({ beat: option.beat, before, headings, value, layouts: [...before.layouts.slice(-3), layout] })
  }

  /** The best of all. */
  best(): Way[] {
    return [...this.#byEnd.values()].sort((one, other) => other.value - one.value).slice(0, WIDTH)
  }
}

function isSilent({ unit }: Breath): boolean {
  return unit.bullets.length === 0
}

/** What a slide costs that is too short or too long; half a list takes what it takes. */
function costOfPace(seconds: number, isAll: boolean): number {
  const { shortest, short, long, longest } = PACE
  if (seconds < short)
    return isAll ? 0 : 0.05 * (short - seconds) + (seconds < shortest ? 1.5 : 0)
  return 0.03 * Math.max(0, seconds - long) + (seconds > longest ? 1.5 : 0)
}

/**
 * A slide ends best with a paragraph, rather with a sentence than at ；. It does not part a number from what explains
 * it, nor interrupt who is quoted.
 */
function costOfCut(own: readonly Breath[], next: Breath | undefined): number {
  const tears = next && !next.opensSentence ? 0.12 : 0
  const interrupts = next && speaksOn(own.at(-1)!.unit, next.unit) && next.unit.quotation ? 0.8 : 0
  const opening = own.findLast(({ opensParagraph }) => opensParagraph)
  const parts = next && !next.opensParagraph && opening?.opensMember ? 1 : 0
  // The first sentence of a paragraph goes with what it opens, not with what is over.
  const isOver = next && !next.opensParagraph && own.length > 1 && own.at(-1)!.opensParagraph
  const opens = own.slice(1).filter(({ opensParagraph }) => opensParagraph).length
  return tears + parts + interrupts + (isOver ? 0.4 : 0) + 0.25 * opens
}

/** What a second slide of one layout costs, and each after it. */
const TIRING = { points: [0.25, 4], others: [0.35, 2] } as const

/** Half a list without the half before it. */
const ALONE = 3

/** What follows on its like tires: no two slides of one layout in a row, of points no more than two. */
function monotony({ evidence: { layout, structure } }: Beat, before: readonly Layout[]): number {
  // The second half of a list stands behind the first, and looks as that does.
  if (structure && isSecondHalf(structure))
    return before.at(-1) === layout ? 0 : ALONE
  const run = before.length - 1 - before.findLastIndex(one => one !== layout)
  if (run === 0)
    return before.includes(layout) ? 0.05 : 0
  const [again, onAndOn] = layout === 'points' ? TIRING.points : TIRING.others
  return run === 1 ? again : onAndOn
}
