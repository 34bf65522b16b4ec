import type { Plugin } from 'vite'
import { join, sep } from 'node:path'
import { wrapModules } from '../build/pages.ts'
import { WAKE_LOCK } from '../build/wake-lock.ts'
import { ROOT } from '../root.ts'
import { CHANGES } from './shown.ts'
import { AT_ROOT } from './slidev-paths.ts'

/**
 * A Vite plugin for a deck's page while Slidev's own server shows it: a switch between the decks among Slidev's
 * controls, and, as in built pages, a number past the last slide that leads to the last, which is how one goes back to
 * the deck before. Where the page was asked for to edit the deck, the editor is open, and there is a way back. Any
 * other page hears of the deck's changes as pages on the shell do: it loads again when the shell can show the deck.
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

const COMPONENTS = join(ROOT, 'themes', 'shared', 'components').split(sep).join('/')

/** Each takes the place of one of Slidev's modules, and imports the real one. */
const WRAPPERS: Readonly<Record<string, string>> = {
  '/@slidev/custom-nav-controls': `
import { h } from 'vue'
import Controls from '/@slidev/custom-nav-controls'
import DeckEdit from '${COMPONENTS}/DeckEdit.vue'
import DeckSwitch from '${COMPONENTS}/DeckSwitch.vue'
const isEditing = new URLSearchParams(location.search).has('edit')
export default { render: () => [Controls, ...isEditing ? [DeckEdit] : [], DeckSwitch].map(one => h(one)) }
`,
  '/@slidev/setups/main': `
import setups from '/@slidev/setups/main'
import { slides } from '/@slidev/slides'
import { showEditor } from '@slidev/client/state/storage.ts'
${WAKE_LOCK}
// In the presenter view the editor stands in the place of the notes, which are edited where they stand.
if (new URLSearchParams(location.search).has('edit'))
  showEditor.value = !location.hash.startsWith('#/presenter')
else
  new EventSource('${CHANGES}' + location.pathname.split('/')[1]).onmessage = ({ data }) => {
    const { frame, fault } = JSON.parse(data)
    if (frame && !fault)
      location.reload()
  }
export default [({ router }) => {
  router.beforeEach(({ name, params, query }) => {
    const count = slides.value.length
    return Number(params.no) > count ? { name, params: { ...params, no: String(count) }, query } : true
  })
}, ...setups]
`,
}

/**
 * Lets a deck's page ask its own server, not that of another deck. Where the deck has gone while its page was loading,
 * the page goes where the server leads.
 *
 * @param html Slidev's page
 * @param base the deck's folder: /01/
 * @returns the page
 */
export function askInFolder(html: string, base: string): string {
  const script = `{
  const ask = window.fetch
  const isAtRoot = what => typeof what === 'string' && ${JSON.stringify(AT_ROOT)}.some(start => what.startsWith(start))
  const placed = what => isAtRoot(what) ? ${JSON.stringify(base.slice(0, -1))} + what : what
  window.fetch = (what, how) => ask.call(window, placed(what), how)
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
