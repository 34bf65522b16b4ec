import type { Declaration, Node, Root } from 'postcss'
import { parse } from 'postcss'

/**
 * Functions whose arguments are numbers, colours and names (CSS Values 4, Color 5, Transforms 2, Filter Effects 1,
 * Shapes 1): none loads anything.
 */
const FUNCTIONS = new Set([
  ...['calc', 'min', 'max', 'clamp', 'var', 'rgb', 'rgba', 'hsl', 'hsla', 'hwb', 'lab', 'lch', 'oklab', 'oklch'],
  ...['color', 'color-mix', 'light-dark'],
  ...['matrix', 'matrix3d', 'translate', 'translate3d', 'scale', 'scale3d', 'rotate', 'rotate3d', 'skew'],
  ...['perspective', 'translatex', 'translatey', 'translatez', 'scalex', 'scaley', 'scalez', 'rotatex', 'rotatey'],
  ...['rotatez', 'skewx', 'skewy', 'blur', 'brightness', 'contrast', 'drop-shadow', 'grayscale', 'hue-rotate'],
  ...['invert', 'opacity', 'saturate', 'sepia'],
  ...['cubic-bezier', 'steps', 'linear', 'path', 'polygon', 'circle', 'ellipse', 'inset', 'rect', 'format', 'local'],
  ...['linear-gradient', 'radial-gradient', 'conic-gradient', 'repeating-linear-gradient', 'repeating-radial-gradient'],
])

/** Blocks of rules; a font has only declarations. Others, `@import` above all, are dropped. */
const AT_RULES = new Set(['media', 'supports', 'keyframes', '-webkit-keyframes', 'layer', 'font-face'])

/** What is inside the picture itself: an element of it, pixels, a font. */
const INSIDE = new RegExp(`^(?:${[
  String.raw`#[^\s"'()\\]*`,
  String.raw`data:(?:image\/(?:png|jpe?g|gif|webp|avif)`
  + String.raw`|(?:application|font)\/(?:x-)?(?:font-)?(?:woff2?|ttf|otf|truetype|opentype|sfnt))`
  + String.raw`(?:;charset=[\w-]+)?;base64,[\w+/=\s]*`,
].join('|')})$`, 'i')

/**
 * Whether an address leads nowhere but into the picture that has it.
 *
 * @param address an address, as an attribute or `url()` has it
 */
export function isInside(address: string): boolean {
  return INSIDE.test(address.trim())
}

/**
 * Whether a value of CSS, or of an attribute that is read as one, loads nothing. Escapes may spell any function's name,
 * and what looks like a comment may stand in a string: a value that has either is refused.
 *
 * @param value the value, without its property
 */
export function isHarmless(value: string): boolean {
  if (/\\|\/\*/.test(value))
    return false
  const blank = (found: string, address = ''): string =>
    isInside(address.replace(/^["']|["']$/g, '')) ? ' ' : found
  const bare = value.replace(/url\(\s*(?:("[^"]*"|'[^']*'|[^"'()\s]+)\s*)?\)/gi, blank)
  return Array.from(bare.matchAll(/([\w-]*)\(/g)).every(([, name]) => name === '' || FUNCTIONS.has(name!.toLowerCase()))
}

/**
 * A style sheet, or a `style` attribute's declarations, without what loads anything.
 *
 * @param css the text
 * @returns what is left of it, and whether something was left out; nothing where it is no CSS
 */
export function cleanCss(css: string): { css: string, changed: boolean } {
  const root = tryParse(css)
  if (!root)
    return { css: '', changed: css.trim() !== '' }
  let changed = false
  const drop = (node: Node): void => {
    changed = true
    node.remove()
  }
  root.walkAtRules(rule => void (AT_RULES.has(rule.name.toLowerCase()) || drop(rule)))
  root.walkDecls(declaration => void (isHarmlessDeclaration(declaration) || drop(declaration)))
  // In a picture these are words for nobody, and may hide what they are.
  root.walkComments(comment => void comment.remove())
  return { css: root.toString(), changed }
}

function tryParse(css: string): Root | undefined {
  try {
    return parse(css)
  }
  catch {
    return undefined
  }
}

/** `behavior` and `-moz-binding` ran programs in browsers of old. */
function isHarmlessDeclaration({ prop, value, raws }: Declaration): boolean {
  return !/^(?:behavior|-moz-binding)$/i.test(prop) && isHarmless(raws.value?.raw ?? value)
}
