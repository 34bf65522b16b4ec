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
/** So many turns make a transcript. */
const FEWEST = 3

/** A transcript's lines, and the times that were set beside who speaks. */
export interface Transcript { lines: Line[], times: Line[] }

/**
 * Reads the transcript of a meeting: whoever speaks stands above what they say, or before it, and the time is left out.
 *
 * @param lines a text's lines
 * @param text the article
 * @returns the lines without times; nothing where the text is none: its times do not go on, or nobody speaks twice and
 *   no time has seconds, as in a programme
 */
export function readTranscript(lines: readonly Line[], text: string): Transcript | undefined {
  const turns = lines.flatMap((line, index) => TURN.test(line.words) && isFilled(lines, index) ? [line] : [])
  const stamped = lines.filter(({ words }) => STAMP.test(words))
  if (stamped.length >= FEWEST)
    return withoutStamps(lines, stamped, text)
  return turns.length >= FEWEST && areTurns(turns) ? withoutClocks(lines, turns, text) : undefined
}

/** Whether something is said below a line. */
function isFilled(lines: readonly Line[], index: number): boolean {
  const next = lines.slice(index + 1, index + 3).find(({ blank }) => !blank)
  return next !== undefined && !TURN.test(next.words)
}

function areTurns(turns: readonly Line[]): boolean {
  const found = turns.map(({ words }) => TURN.exec(words)!)
  const clocks = found.map(match => match[2]!)
  const seconds = clocks.map(clock => clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0))
  const goesOn = seconds.every((time, index) => index === 0 || time >= seconds[index - 1]!)
  const recurs = new Set(found.map(match => match[1])).size < found.length
  return goesOn && (recurs || clocks.some(clock => clock.split(':').length > 2))
}

function withoutStamps(lines: readonly Line[], stamped: readonly Line[], text: string): Transcript {
  const times: Line[] = []
  const own = lines.map((line) => {
    if (!stamped.includes(line))
      return line
    const from = text.indexOf(line.words, line.start)
    const to = from + STAMP.exec(line.words)![0].length
    times.push(lineAt(text, from, to, line.index))
    return lineAt(text, to, line.end, line.index)
  })
  return { lines: own, times }
}

function withoutClocks(lines: readonly Line[], turns: readonly Line[], text: string): Transcript {
  const times: Line[] = []
  const own: Line[] = []
  for (const line of lines) {
    // What is said stands right below whoever says it.
    if (line.blank && own.at(-1)?.speaks)
      continue
    if (!turns.includes(line)) {
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
