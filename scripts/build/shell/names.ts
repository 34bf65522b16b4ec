/** What a compiled slide may take from Vue. A slide that asks for more is built Slidev's own way. */
export const VUE = [
  'Fragment',
  'createBlock',
  'createCommentVNode',
  'createElementBlock',
  'createElementVNode',
  'createSlots',
  'createStaticVNode',
  'createTextVNode',
  'createVNode',
  'guardReactiveProps',
  'mergeProps',
  'normalizeClass',
  'normalizeProps',
  'normalizeStyle',
  'openBlock',
  'renderList',
  'resolveComponent',
  'resolveDirective',
  'toDisplayString',
  'unref',
  'withCtx',
  'withDirectives',
] as const

/** What a compiled slide may take from Slidev's `context.ts`. */
export const CONTEXT = ['frontmatterToProps', 'useSlideContext'] as const

/**
 * Slidev's components that a slide may name. Those that load much, draw late or ask other machines are not among them.
 */
export const COMPONENTS = ['CodeBlockWrapper', 'Link', 'VAfter', 'VClick', 'VClicks'] as const

/** The file that a shell's compiler is in. */
export const COMPILER = 'compiler.mjs'

/** The global variable in which a page's own module hands over its deck: see `shell/client.ts`. */
export const DECK = 'lecternDeck'

/** What stands in the shell's page until a deck's own words take its place. */
export const PLACEHOLDERS = { title: 'LECTERN-TITLE', author: 'LECTERN-AUTHOR', language: 'LECTERN-LANGUAGE' } as const

/** The elements that a slide's markup may have. */
export const TAGS: ReadonlySet<string> = new Set([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'blockquote', 'ul', 'ol', 'li', 'dl', 'dt', 'dd'],
  ...['hr', 'pre', 'div', 'section', 'figure', 'figcaption', 'img', 'input', 'label', 'template'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ...['a', 'abbr', 'b', 'br', 'cite', 'code', 'del', 'em', 'i', 'ins', 'kbd', 'mark', 'q', 'rp', 'rt', 'ruby'],
  ...['s', 'small', 'span', 'strong', 'sub', 'sup', 'u', 'wbr'],
])

/**
 * The classes that a slide's markup may have: those of the themes' Markdown, of Slidev's own plugins, of task lists,
 * footnotes and coloured code. UnoCSS knows of all of them when the shell is built.
 */
export const CLASSES: ReadonlySet<string> = new Set([
  ...['bleed', 'first', 'text-center'],
  // What the theme's plugins write: tests/build/ways.test.ts asks for the way of all fixtures.
  ...['between', 'brief', 'clause', 'denied', 'mark', 'ordinal', 'phrase', 'plain', 'point', 'rest'],
  ...['rows', 'run', 'same', 'stem', 'stop', 'together', 'wide'],
  ...['shiki', 'slidev-code', 'line', 'github-light-high-contrast'],
  ...['contains-task-list', 'enabled', 'task-list-item', 'task-list-item-checkbox', 'task-list-item-label'],
  ...['footnote-ref', 'footnotes', 'footnotes-list', 'footnotes-sep', 'footnote-item', 'footnote-backref'],
])

/**
 * The attributes that a slide's markup may have. UnoCSS takes some for styles: it knows of the numbers of lists when
 * the shell is built.
 */
export const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['alt', 'class', 'href', 'id', 'role', 'src', 'start', 'style', 'target', 'title', 'to'],
  ...['checked', 'disabled', 'for', 'type'],
])

/** The highest number that a list may begin with. */
export const HIGHEST_START = 99
