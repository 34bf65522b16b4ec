import type { Line } from './lines.ts'
import { lineAt } from './lines.ts'

/** When a subtitle is shown: 00:00:04,200 --> 00:00:07,500 (SubRip; WebVTT, 4.1). */
const TIMES = /^(?:\d{1,2}:)?\d{2}:\d{2}[,.]\d{3}\s+-->\s+(?:\d{1,2}:)?\d{2}:\d{2}[,.]\d{3}(?:\s+\S.*)?$/
const NUMBER = /^\d{1,5}$/
const HEAD = /^WEBVTT\b/
/** Blocks of WebVTT that are no subtitles (4.1): remarks, styles, regions. */
const OTHER_BLOCK = /^(?:NOTE(?:\s|$)|(?:STYLE|REGION)$)/
/** So many times make subtitles, where they are this share of the filled lines or the text begins so. */
const FEWEST = 2
const LEAST_SHARE = 1 / 4
/** After these a sentence goes on in the next subtitle. */
const GOES_ON = /[，、；：,;:]$/

/** Whose voice a subtitle is (WebVTT, 4.2.2): <v 林砚秋>. */
const VOICE = /^(<v(?:\.[\w.-]+)?[ \t]+)([^<>\s][^<>]*)>/
/** How it looks, and when a word of it is said. */
const TAG = String.raw`</?(?:[vcibu]|lang|font)(?:[.\s][^<>]*)?>|<(?:\d{2}:)?\d{2}:\d{2}\.\d{3}>|\{\\[^{}]*\}`
const TAGS_BEFORE = new RegExp(String.raw`^(?:(?:${TAG})\s*)+`, 'i')
const TAGS_AFTER = new RegExp(String.raw`(?:\s*(?:${TAG}))+$`, 'i')

/** The words of subtitles, and the lines that say when they are shown. */
export interface Subtitles { lines: Line[], times: Line[] }

/**
 * Reads subtitles that are saved as text. A sentence goes on over several of them, up to its mark; without marks each
 * is a line of its own.
 *
 * @param lines a text's lines
 * @param text the article
 * @returns the words and the rest, or nothing where the text is none
 */
export function readSubtitles(lines: readonly Line[], text: string): Subtitles | undefined {
  const times = lines.filter(({ words }) => TIMES.test(words)).length
  if (times < FEWEST)
    return undefined
  const isNumber = (index: number): boolean =>
    NUMBER.test(lines[index]!.words) && TIMES.test(lines[index + 1]?.words ?? '')
  const others = otherBlocks(lines)
  const isTime = lines.map((line, index) => TIMES.test(line.words) || HEAD.test(line.words) || others.has(line)
    || isNumber(index))
  const untagged = withoutTags(lines.filter((_, index) => !isTime[index]), text)
  const own = untagged.lines
  const said = own.filter(({ blank }) => !blank)
  const begins = isTime[lines.findIndex(({ blank }) => !blank)]
  if (!begins && times < (lines.length - own.length + said.length) * LEAST_SHARE)
    return undefined
  const hasMarks = said.filter(({ ended }) => ended).length * 4 >= said.length
  const isOpen = ({ words, ended, speaks }: Line): boolean => !speaks && (GOES_ON.test(words) || (hasMarks && !ended))
  const nextFilled = filledFrom(own)
  const goesOn = new Set(said.filter((_, index) => index > 0 && !said[index]!.speaks && isOpen(said[index - 1]!)))
  const kept = own.filter((line, index) => !line.blank || !goesOn.has(nextFilled[index]!))
  return {
    lines: kept.map(line => goesOn.has(line) ? { ...line, goesOn: true as const } : line),
    times: [...lines.filter((_, index) => isTime[index]), ...untagged.tags],
  }
}

/** Lines without tags. A voice that begins to speak is a line of its own, above what it says. */
function withoutTags(lines: readonly Line[], text: string): { lines: Line[], tags: Line[] } {
  const tags: Line[] = []
  let speaker: string | undefined
  const own = lines.flatMap((line): Line[] => {
    const from = text.indexOf(line.words, line.start)
    const [voice, opening, name] = VOICE.exec(line.words) ?? []
    const spoken = voice ?? ''
    const before = spoken + (TAGS_BEFORE.exec(line.words.slice(spoken.length))?.[0] ?? '')
    const after = TAGS_AFTER.exec(line.words.slice(before.length))?.[0] ?? ''
    if (before === '' && after === '')
      return [line]
    const [start, end] = [from + before.length, from + line.words.length - after.length]
    const said = lineAt(text, start, end, line.index)
    const isNew = name !== undefined && name !== speaker
    speaker = name ?? speaker
    const opened = isNew ? opening!.length : before.length
    tags.push(lineAt(text, from, from + opened, line.index), lineAt(text, end, line.end, line.index))
    const nameAt = from + (opening?.length ?? 0)
    return isNew ? [{ ...lineAt(text, nameAt, nameAt + name.length, line.index), speaks: true }, said] : [said]
  })
  return { lines: own, tags: tags.filter(({ blank }) => !blank) }
}

/** The lines of blocks that are no subtitles, each up to an empty line. */
function otherBlocks(lines: readonly Line[]): ReadonlySet<Line> {
  const found = new Set<Line>()
  if (!HEAD.test(lines.find(({ blank }) => !blank)?.words ?? ''))
    return found
  let isOther = false
  for (const [index, line] of lines.entries()) {
    isOther = !line.blank && (isOther || (OTHER_BLOCK.test(line.words) && lines[index - 1]?.blank === true))
    if (isOther)
      found.add(line)
  }
  return found
}

/** For each line itself or, where it is blank, the next that is filled. */
function filledFrom(lines: readonly Line[]): (Line | undefined)[] {
  let next: Line | undefined
  return lines.toReversed().map((line) => {
    next = line.blank ? next : line
    return next
  }).reverse()
}
