import type { Wording } from '../../messages/model.ts'
import { wording } from '../../messages/wording.ts'

/** A reason why words are not seen. */
export interface Kind {
  /** The reason for one place. */
  one: Wording
  /** The reason for several, at the first of them. Without it no message is given. */
  first?: (count: number) => Wording
  /** What to do if the words are wanted. */
  advice?: Wording
}

/** The kinds that pages and Word documents have. */
export const KINDS = {
  hidden: { one: wording('left-hidden'), first: count => wording('left-hiddens', { count }) },
  deleted: {
    one: wording('left-deleted'),
    first: count => wording('left-deletions', { count }),
    advice: wording('left-deleted-advice'),
  },
  reading: {
    one: wording('left-reading'),
    first: count => wording('left-readings', { count }),
    advice: wording('left-reading-advice'),
  },
  contents: { one: wording('left-contents'), first: count => wording('left-contents-lines', { count }) },
  remark: { one: wording('left-remark'), first: count => wording('left-remarks', { count }) },
  running: { one: wording('left-running'), first: count => wording('left-runnings', { count }) },
  button: { one: wording('left-button') },
  blog: { one: wording('left-notice'), first: count => wording('left-notices', { count }) },
  mark: { one: wording('left-note-mark') },
  embedded: { one: wording('left-embedded'), first: count => wording('left-embeddeds', { count }) },
  // Moved words stand where they were moved to: they are counted, and nothing is said.
  moved: { one: wording('left-moved') },
  drawing: {
    one: wording('left-drawing'),
    first: count => wording('left-drawings', { count }),
    advice: wording('left-drawing-advice'),
  },
  unfilled: { one: wording('left-unfilled'), first: count => wording('left-unfilleds', { count }) },
  chunk: {
    one: wording('left-chunk'),
    first: count => wording('left-chunks', { count }),
    advice: wording('left-chunk-advice'),
  },
} satisfies Record<string, Kind>
