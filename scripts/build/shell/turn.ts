import { PAGE_GLOBAL } from '../pages.ts'

/** The function by which a page that prints turns to another deck: see `TURN_CODE`. */
export const TURN = 'lecternTurn'

/** Slidev's configuration as a deck's page has it, which can be made that of another deck. */
export const CONFIGS_CODE = `
import base from '/@slidev/configs'
const configs = {}
export function configure() {
  Object.keys(configs).forEach(key => delete configs[key])
  Object.assign(configs, base, globalThis.${PAGE_GLOBAL}.config)
}
configure()
export default configs
`

/**
 * The module by which a page that is printed turns to another deck: Slidev, the theme and its fonts, which take
 * longest, stay, and the slides alone are drawn anew. Pages that are shown do not load it.
 *
 * Its function takes the address of another deck's page. When it has come to an end its `outcome` says whether the page
 * shows that deck now. Where decks differ in more than their slides, or the page has shown the deck before, it does
 * nothing: the deck's own page is to be opened.
 */
export const TURN_CODE = `
import { nextTick } from 'vue'
import { useNav } from '@slidev/client/composables/useNav.ts'
import { configure } from '/@slidev/configs'
import { slides } from '/@slidev/slides'

const shown = new Set([location.pathname])

const turn = globalThis.${TURN} = (url) => {
  turn.outcome = undefined
  turnTo(url).then(isDone => turn.outcome = isDone ? 'done' : 'left', () => turn.outcome = 'left')
}

async function turnTo(url) {
  const { pathname } = new URL(url)
  const html = new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html')
  const facts = factsIn(html)
  if (shown.has(pathname) || !facts || !isFramedAlike(html, facts.config, url))
    return false
  shown.add(pathname)
  const { printRange } = useNav()
  printRange.value = []
  await nextTick()
  globalThis.${PAGE_GLOBAL} = facts
  configure()
  await import(new URL(html.querySelector('script[type="module"]').getAttribute('src'), url).href)
  // Links are read by where the page is. Before, something may fail: the deck's own page is to be opened then.
  history.replaceState(history.state, '', pathname + location.search + location.hash)
  printRange.value = slides.value.map(({ no }) => no)
  await nextTick()
  return true
}

function factsIn(html) {
  const start = 'globalThis.${PAGE_GLOBAL} = '
  const code = Array.from(html.scripts, script => script.textContent).find(code => code.startsWith(start))
  return code && JSON.parse(code.slice(start.length))
}

function isFramedAlike(html, { aspectRatio, canvasWidth }, url) {
  const now = globalThis.${PAGE_GLOBAL}.config
  // Vite adds style sheets to those that a page begins with.
  const known = Array.from(document.querySelectorAll('link[rel="stylesheet"]'), link => link.href)
  const styles = Array.from(html.querySelectorAll('link[rel="stylesheet"]'), link => link.getAttribute('href'))
  return html.documentElement.lang === document.documentElement.lang
    && aspectRatio === now.aspectRatio
    && canvasWidth === now.canvasWidth
    && styles.every(style => known.includes(new URL(style, url).href))
}
`
