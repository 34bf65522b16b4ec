import type { Options } from 'mdast-util-to-markdown'

const phrasing = 'phrasing'

/**
 * What `readDialects` would take for a sign of another program, where Markdown is written that it is to read: it is
 * escaped, as Markdown's own signs are.
 */
export const DIALECTS_TO_MARKDOWN: Options = {
  unsafe: [
    { character: '{', inConstruct: phrasing },
    { character: '^', inConstruct: phrasing },
    { character: '~', inConstruct: phrasing },
    { character: '=', after: '=', inConstruct: phrasing },
    { character: '%', after: '%', inConstruct: phrasing },
    // Looks back by itself: behind another escaped sign a condition on what stands `before` is not asked.
    { character: ':', after: '(?<=(?:^|[^\\w:]):)[\\w+-]', inConstruct: phrasing },
    { character: '#', before: '[ \\t]', inConstruct: 'headingAtx' },
    { character: ':', atBreak: true },
    { character: '\\', atBreak: true },
    { character: '.', after: ' \\.', atBreak: true },
    { character: '!', after: '!', atBreak: true },
    { character: '?', after: '\\?', atBreak: true },
    { character: '@', after: '\\[', atBreak: true },
  ],
}
