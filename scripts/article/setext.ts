import type { Construct, Event, Extension } from 'micromark-util-types'
import { setextUnderline } from 'micromark-core-commonmark'

/**
 * A heading by its underline (CommonMark 4.3). micromark-core-commonmark 2.0.4 moves all that the document has before
 * it, at each one: a book with ten thousand would take a minute. Here it is given what belongs to the heading alone.
 */
const headingByUnderline: Construct = {
  ...setextUnderline,
  resolveTo: (events, context) => {
    const own = events.splice(events.findLastIndex(isContent))
    events.push(...setextUnderline.resolveTo!(own, context))
    return events
  },
}

function isContent([change, { type }]: Event): boolean {
  return change === 'enter' && type === 'content'
}

const [DASH, EQUALS] = [45, 61]

/**
 * An extension of micromark: headings by their underlines, in time that grows with the text. It comes before
 * micromark's own.
 */
export const setext: Extension = { flow: { [DASH]: headingByUnderline, [EQUALS]: headingByUnderline } }
