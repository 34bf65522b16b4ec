import type { Line } from './lines.ts'
import { lineAt } from './lines.ts'

const CLOCK = String.raw`(?:\d{1,2}:)?\d{1,2}:\d{2}`
/** Who speaks from when on, above what they say, as programs that record meetings write it: 梁守义 00:01:12. */
const NAME = String.raw`\p{L}[\p{L}\p{M}·.’' ]{0,20}`
/** A chat names the day as well: 梁守义 2024/3/9 10:20:31. */
const DAY = String.raw`(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[ ,T]*)`
const TURN = new RegExp(String.raw`^(${NAME}?)[ \t\u3000]*[（([]?(${DAY}?)(${CLOCK})[）)\]]?[：:]?$`, 'u')
/** Before a line: [00:01:12] 梁守义：. Without seconds it may be an hour of the day. */
const STAMP = new RegExp([
  String.raw`^(?:[（([]\d{1,2}:\d{2}(?::\d{2})?[）)\]]|\d{1,2}:\d{2}:\d{2})`,
  String.raw`[ \t\u3000]+(?=${NAME}[：:])`,
].join(''), 'u')
const STAMPED = new RegExp(String.raw`(\d{1,2}:\d{2}(?::\d{2})?).*?(${NAME})[：:]`, 'u')
/** So many turns make a transcript. */
const FEWEST = 3

/** A transcript's lines, and the times that were set beside who speaks. */
export interface Transcript { lines: Line[], times: Line[] }

/**
 * Reads the transcript of a meeting: whoever speaks stands above what they say, or before it, and the time is left out.
 *
 * @param lines a text's lines
 * @param text the article
 * @returns the lines without times; nothing where the text is none: its times do not go on, nobody speaks twice, or it
 *   begins at an hour of the day, as a programme does
 */
export function readTranscript(lines: readonly Line[], text: string): Transcript | undefined {
  const turns = lines.flatMap((line, index) => TURN.test(line.words) && isFilled(lines, index) ? [line] : [])
  const stamped = lines.filter(({ words }) => STAMP.test(words))
  if (areTurns(stamped.map(({ words }) => ({ name: STAMPED.exec(words)![2]!, clock: STAMPED.exec(words)![1]! }))))
    return withoutStamps(lines, new Set(stamped), text)
  const said = turns.map(({ words }) => {
    const [, name, day, clock] = TURN.exec(words)!
    return { name: name!, day: day!, clock: clock! }
  })
  if (areMessages(said) || areTurns(said))
    return withoutClocks(lines, new Set(turns), text)
  const named = lines.filter(({ words }, index) => LABEL.test(words) && isAbove(lines, index))
  return areNames(named) ? { lines: speaking(lines, new Set(named)), times: [] } : undefined
}

/** Who speaks, on a line of its own, as saved chats have it: You said:. */
const LABEL = new RegExp(`^${NAME}[：:]$`, 'u')

/** Whether words that are none of these stand right below a line. */
function isAbove(lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1]
  return next !== undefined && !next.blank && !LABEL.test(next.words)
}

/** Whether two or more speak in turn, none of them once. */
function areNames(named: readonly Line[]): boolean {
  const counts = new Map<string, number>()
  named.forEach(({ words }) => counts.set(words, (counts.get(words) ?? 0) + 1))
  const alternate = named.every(({ words }, index) => words !== named[index - 1]?.words)
  return counts.size > 1 && alternate && [...counts.values()].every(count => count > 1)
}

function speaking(lines: readonly Line[], named: ReadonlySet<Line>): Line[] {
  return lines.map(line => named.has(line) ? { ...line, speaks: true } : line)
}

/** Whether something is said below a line. */
function isFilled(lines: readonly Line[], index: number): boolean {
  const next = lines.slice(index + 1, index + 3).find(({ blank }) => !blank)
  return next !== undefined && !TURN.test(next.words)
}

/** Without hours a record begins so early, in seconds: 9:00 is an hour of the day. */
const LATEST_START = 5 * 60

/** Whether times go on as a record's do, with somebody who speaks more than once. */
function areTurns(turns: readonly { name: string, clock: string }[]): boolean {
  if (turns.length < FEWEST)
    return false
  const parts = turns.map(({ clock }) => clock.split(':').map(Number))
  const seconds = parts.map(own => own.reduce((sum, part) => sum * 60 + part, 0))
  const goesOn = seconds.every((time, index) => index === 0 || time >= seconds[index - 1]!)
  const recurs = new Set(turns.map(({ name }) => name)).size < turns.length
  return goesOn && recurs && (parts.some(own => own.length > 2) || seconds[0]! < LATEST_START)
}

/** Whether turns are a chat's: each has somebody, a day, and a time to the second. */
function areMessages(turns: readonly { name: string, day: string, clock: string }[]): boolean {
  const isMessage = turns.every(({ name, day, clock }) => name !== '' && day !== '' && clock.split(':').length > 2)
  return turns.length >= FEWEST && isMessage
}

function withoutStamps(lines: readonly Line[], stamped: ReadonlySet<Line>, text: string): Transcript {
  const times: Line[] = []
  const own = lines.map((line) => {
    if (!stamped.has(line))
      return line
    const from = text.indexOf(line.words, line.start)
    const to = from + STAMP.exec(line.words)![0].length
    times.push(lineAt(text, from, to, line.index))
    return lineAt(text, to, line.end, line.index)
  })
  return { lines: own, times }
}

function withoutClocks(lines: readonly Line[], turns: ReadonlySet<Line>, text: string): Transcript {
  const times: Line[] = []
  const own: Line[] = []
  for (const line of lines) {
    // What is said stands right below whoever says it.
    if (line.blank && own.at(-1)?.speaks)
      continue
    if (!turns.has(line)) {
      own.push(line)
      continue
    }
    const from = text.indexOf(line.words, line.start)
    const to = from + TURN.exec(line.words)![1]!.length
    times.push(lineAt(text, to, line.end, line.index))
    own.push({ ...lineAt(text, from, to, line.index), speaks: true })
  }
  return { lines: own, times }
}
