import type { Construct, Event, Extension, Resolver, Token, TokenizeContext, TokenType } from 'micromark-util-types'
import { refuseDeepMarks } from './depth.ts'
import { joinData } from './joined-data.ts'

/** A run of `*` or `_`, and how much of it is left to open or close something. */
interface Run {
  token: Token
  marker: number
  left: number
  /** How many marks it uses, 1 or 2, for each emphasis that it closes, in the text's order. */
  closes: number[]
  /** The same for what it opens, from the inside out. */
  opens: number[]
}

/** What has been opened, and what stands in it. */
interface Frame { group: Token, opening: Token, events: Event[] }

const STRONG = { group: 'strong', sequence: 'strongSequence', text: 'strongText' } as const
const EMPHASIS = { group: 'emphasis', sequence: 'emphasisSequence', text: 'emphasisText' } as const

/**
 * Emphasis in time that grows with the text. micromark looks for each closing mark through all that stands before it,
 * and moves all that stands after it: ten thousand marks take half a minute. Here a mark that found no partner is not
 * passed again by its like (CommonMark, “openers_bottom” in its appendix), and the text is written once. What comes of
 * it is the same.
 *
 * @param attention micromark's construct, or one like it: its tokenizer stays
 * @returns an extension that comes before it; it throws a VFileMessage for marks inside marks, hundreds deep
 */
export function linearEmphasis(attention: Construct): Extension {
  const [asterisk, underscore] = [42, 95]
  const construct: Construct = { ...attention, resolveAll }
  return { text: { [asterisk]: construct, [underscore]: construct }, insideSpan: { null: [construct] } }
}

const resolveAll: Resolver = (events, context) => {
  const runs = new Map<Token, Run>()
  for (const [change, token] of events) {
    if (change === 'enter' && token.type === 'attentionSequence') {
      const marker = context.sliceSerialize(token).charCodeAt(0)
      runs.set(token, { token, marker, left: token.end.offset - token.start.offset, closes: [], opens: [] })
    }
  }
  pair([...runs.values()])
  // The same array, for micromark goes on with it.
  const all = written(events, runs, context)
  events.length = 0
  for (const event of all)
    events.push(event)
  return events
}

/** Finds for each run that can close what it closes. */
function pair(runs: readonly Run[]): void {
  const open: Run[] = []
  /** For each kind of closing run how many of those that are open it need not look at again. */
  const looked = new Map<string, number>()
  for (const run of runs) {
    while (run.token._close && run.left > 0) {
      const kind = `${run.marker} ${run.token._open} ${run.left % 3}`
      const at = openerOf(run, open, looked.get(kind) ?? 0)
      if (at < 0) {
        looked.set(kind, open.length)
        break
      }
      const opener = open[at]!
      const use = opener.left > 1 && run.left > 1 ? 2 : 1
      opener.opens.push(use)
      run.closes.push(use)
      opener.left -= use
      run.left -= use
      open.length = opener.left > 0 ? at + 1 : at
      for (const [other, bottom] of looked)
        looked.set(other, Math.min(bottom, at))
    }
    if (run.token._open && run.left > 0)
      open.push(run)
  }
}

/** The last run that opens what another closes (CommonMark 6.2, rules 9 and 10). */
function openerOf({ token, marker, left }: Run, open: readonly Run[], bottom: number): number {
  for (let at = open.length - 1; at >= bottom; at--) {
    const opener = open[at]!
    const isOdd = (opener.token._close || token._open) && left % 3 !== 0 && (opener.left + left) % 3 === 0
    if (opener.marker === marker && !isOdd)
      return at
  }
  return -1
}

// eslint-disable-next-line max-lines-per-function -- its steps share a stack of open marks
function written(events: readonly Event[], runs: ReadonlyMap<Token, Run>, context: TokenizeContext): Event[] {
  const all: Event[] = []
  const frames: Frame[] = []
  for (const event of events) {
    const [change, token] = event
    const run = runs.get(token)
    const own = frames.at(-1)?.events ?? all
    if (!run)
      own.push(event)
    else if (change === 'enter')
      write(run)
  }
  return all

  function write({ token, closes, opens, left }: Run): void {
    let at = token.start
    const next = (type: TokenType, size: number): Token => {
      const start = at
      at = { ...at, column: at.column + size, offset: at.offset + size, _bufferIndex: at._bufferIndex + size }
      return { type, start: { ...start }, end: { ...at } }
    }
    for (const use of closes) {
      const frame = frames.pop()!
      close(frame, next(use > 1 ? STRONG.sequence : EMPHASIS.sequence, use), frames.at(-1)?.events ?? all)
    }
    if (left > 0) {
      const data = Object.assign(token, next('data', left))
      push(frames.at(-1)?.events ?? all, data)
    }
    for (const use of opens.toReversed()) {
      const opening = next(use > 1 ? STRONG.sequence : EMPHASIS.sequence, use)
      const { group } = use > 1 ? STRONG : EMPHASIS
      const frame = { type: group, start: { ...opening.start }, end: { ...opening.end } }
      frames.push({ group: frame, opening, events: [] })
      refuseDeepMarks(frames.length, token)
    }
  }

  function push(to: Event[], token: Token): void {
    to.push(['enter', token, context], ['exit', token, context])
  }

  function close({ group, opening, events: inner }: Frame, closing: Token, to: Event[]): void {
    group.end = { ...closing.end }
    const { text: type } = group.type === 'strong' ? STRONG : EMPHASIS
    const text: Token = { type, start: { ...opening.end }, end: { ...closing.start } }
    to.push(['enter', group, context])
    push(to, opening)
    to.push(['enter', text, context])
    for (const event of resolvedInside(inner, context))
      to.push(event)
    to.push(['exit', text, context])
    push(to, closing)
    to.push(['exit', group, context])
  }
}

/**
 * Resolves what else stands inside a mark: ~~deleted~~ in *emphasis*.
 *
 * @param events what stands in it
 * @param context of the text
 * @returns the same, resolved
 */
export function resolvedInside(events: Event[], context: TokenizeContext): Event[] {
  const constructs = context.parser.constructs.insideSpan?.null ?? []
  const resolvers = new Set(constructs.map(construct => (construct as Construct).resolveAll))
  // micromark joins plain text as the last of them, piece by piece: it is to find nothing to join.
  return [...resolvers].reduce((own, resolver) => resolver ? joinData(resolver(own, context)) : own, joinData(events))
}
