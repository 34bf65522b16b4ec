/** Comments that may follow a heading in Markdown, where it would be read otherwise. */
export const COMMENT = {
  /** It is the first sentence of its paragraph, though it does not end like one. */
  runIn: '<!-- run-in -->',
  /** It is no sentence of its paragraph, though it ends like one. */
  alone: '<!-- alone -->',
  /** What looks like its number belongs to its title. */
  unnumbered: '<!-- unnumbered -->',
  /** What looks like a number is one, though it has no neighbours. */
  numbered: '<!-- numbered -->',
  /** All of it is its title, marks at its ends too. */
  whole: '<!-- whole -->',
} as const
