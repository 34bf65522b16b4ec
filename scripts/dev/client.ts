import type { Plugin } from 'vite'
import { join, sep } from 'node:path'
import { wrapModules } from '../build/pages.ts'
import { WAKE_LOCK } from '../build/wake-lock.ts'
import { ROOT } from '../root.ts'

/**
 * A Vite plugin for a deck's page while it is edited: a switch between the decks among Slidev's controls, and, as in built pages, a number past the last
 * slide that leads to the last, which is how one goes back to the deck before.
 *
 * @returns the plugin
 */
export function deckClient(): Plugin {
  const wrap = wrapModules(WRAPPERS)
  return {
    name: 'lectern:dev',
    enforce: 'pre',
    resolveId: { order: 'pre', handler: wrap.resolve },
    load: { order: 'pre', handler: wrap.load },
  }
}

const SWITCH = join(ROOT, 'themes', 'shared', 'components', 'DeckSwitch.vue').split(sep).join('/')

/** Each takes the place of one of Slidev's modules, and imports the real one. */
const WRAPPERS: Readonly<Record<string, string>> = {
  '/@slidev/custom-nav-controls': `
import { h } from 'vue'
import Controls from '/@slidev/custom-nav-controls'
import DeckSwitch from '${SWITCH}'
export default { render: () => [h(Controls), h(DeckSwitch)] }
`,
  '/@slidev/setups/main': `
import setups from '/@slidev/setups/main'
import { slides } from '/@slidev/slides'
${WAKE_LOCK}
export default [({ router }) => {
  router.beforeEach(({ name, params, query }) => Number(params.no) > slides.value.length ? { name, params: { ...params, no: String(slides.value.length) }, query } : true)
}, ...setups]
`,
}

/** What Slidev's pages ask for at the root of their server; here each deck has a folder of its own. */
const AT_ROOT = ['/__slidev/', '/@server-ref/', '/@server-reactive/']

/**
 * Lets a deck's page ask its own server, not that of another deck. Where the deck has gone while its page was loading, the page goes where the server leads.
 *
 * @param html Slidev's page
 * @param base the deck's folder: /01/
 * @returns the page
 */
export function askInFolder(html: string, base: string): string {
  const script = `{
  const ask = window.fetch
  window.fetch = (what, how) => ask.call(window, typeof what === 'string' && ${JSON.stringify(AT_ROOT)}.some(start => what.startsWith(start)) ? ${JSON.stringify(base.slice(0, -1))} + what : what, how)
  addEventListener('error', async ({ target }) => {
    if (!(target instanceof HTMLScriptElement))
      return
    const { redirected, url } = await ask(location.pathname, { headers: { accept: 'text/html' } })
    if (redirected)
      location.replace(url)
  }, true)
}`
  return html.replace('<head>', () => `<head>\n<script>${script}</script>`)
}

/**
 * Reads what a page asks for as Slidev's server does: some of it as if the deck's folder were the root.
 *
 * @param url what is asked for
 * @param base the deck's folder
 * @returns what its server is asked for
 */
export function asAtRoot(url: string, base: string): string {
  const rest = url.slice(base.length - 1)
  return AT_ROOT.some(start => rest.startsWith(start)) ? rest : url
}
