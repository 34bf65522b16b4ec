import type { Line } from './lines.ts'
import { lineAt } from './lines.ts'

const CLOCK = String.raw`(?:\d{1,2}:)?\d{1,2}:\d{2}`
/** Who speaks from when on, above what they say, as programs that record meetings write it: 梁守义 00:01:12. */
const NAME = String.raw`\p{L}[\p{L}\p{M}·.’' ]{0,20}`
const TURN = new RegExp(String.raw`^(${NAME}?)[ \t\u3000]*[（([]?(${CLOCK})[）)\]]?[：:]?$`, 'u')
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
  const said = turns.map(({ words }) => ({ name: TURN.exec(words)![1]!, clock: TURN.exec(words)![2]! }))
  return areTurns(said) ? withoutClocks(lines, new Set(turns), text) : undefined
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
