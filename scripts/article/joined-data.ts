import type {
  Code, Construct, ConstructRecord, Effects, Event, Extension, State, TokenizeContext,
} from 'micromark-util-types'

/**
 * Plain text in time that grows with the text. Each sign that might have been a mark, and is none, parts the text that
 * it stands in; micromark joins the pieces one by one when all is read, and moves all that stands behind them each
 * time. Here each is joined to the one before it at once. What comes of it is the same.
 *
 * @returns an extension that is tried after all others
 */
export function linearData(): Extension {
  const constructOf = (content: 'text' | 'string'): Construct => ({
    name: 'joinedData',
    tokenize(effects, ok) {
      return takeData(this, effects, ok, content)
    },
    resolveTo: joinLast,
  })
  return { text: { null: [constructOf('text')] }, string: { null: [constructOf('string')] } }
}

/**
 * Takes plain text up to the next sign that might be a mark.
 *
 * @param context of the text
 * @param effects micromark's
 * @param ok what comes then
 * @param content what the text is
 * @param least so many characters are taken, whatever they are
 */
export function takeData(
  context: TokenizeContext,
  effects: Effects,
  ok: State,
  content: 'text' | 'string' = 'text',
  least = 1,
): State {
  const constructs = context.parser.constructs[content] as ConstructRecord
  let taken = 0
  return (code) => {
    effects.enter('data')
    return take(code)
  }

  function take(code: Code): State | undefined {
    if (taken >= least && isBreak(code)) {
      effects.exit('data')
      return ok(code)
    }
    taken++
    effects.consume(code)
    return take
  }

  /** As micromark has it for its own text. */
  function isBreak(code: Code): boolean {
    const own = code === null ? undefined : constructs[code]
    return code === null || (own !== undefined
      && [own].flat().some(({ previous }) => !previous || previous.call(context, context.previous)))
  }
}

/**
 * Joins the plain text that ends a text to that before it.
 *
 * @param events of the text; they are changed
 * @returns the same array
 */
export function joinLast(events: Event[]): Event[] {
  const [before, last] = [events.at(-3)?.[1], events.at(-1)![1]]
  if (before?.type === 'data' && last.type === 'data') {
    // What other constructs have noted of either is true of both.
    Object.assign(before, last, { start: before.start })
    events.length -= 2
  }
  return events
}

/**
 * Joins pieces of plain text that stand side by side.
 *
 * @param events of a text; they are changed
 * @returns the same array
 */
export function joinData(events: Event[]): Event[] {
  let size = 0
  for (let at = 0; at < events.length; at++) {
    const [change, token] = events[at]!
    const last = events[size - 1]?.[1]
    if (change === 'enter' && token.type === 'data' && last?.type === 'data') {
      last.end = token.end
      at++
    }
    else {
      events[size++] = events[at]!
    }
  }
  events.length = size
  return events
}
