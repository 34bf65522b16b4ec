import type { Plugin } from 'vite'
import { NOTES_MODULE } from '../notes.ts'
import { wrapModules, WRAPPERS } from '../pages.ts'
import { LIVE_CODE } from './live.ts'
import { CLASSES, COMPONENTS, CONTEXT, HIGHEST_START, VUE } from './names.ts'
import { DECK_NOTES, OPENED } from './opened.ts'
import { CONFIGS_CODE, TURN_CODE } from './turn.ts'

/** The module by which a page that is printed turns to another deck. */
const TURNING = '/@lectern/turn'

/** The module that compiled slides import from. */
export const SHELL = '/@lectern/shell'

/** The module that pages have while they are edited. */
export const LIVING = '/@lectern/live'

/** Where Slidev has a component of its own. */
function fileOf(component: string): string {
  const ending = ['VAfter', 'VClick', 'VClicks'].includes(component) ? 'ts' : 'vue'
  return `@slidev/client/builtin/${component}.${ending}`
}

function shellModule(layouts: Record<string, string>): string {
  const all = Object.entries(layouts)
  const classes = [...CLASSES].join(' ')
  const lists = Array.from({ length: HIGHEST_START }, (_, index) => `<ol start="${index + 1}">`).join(' ')
  return [
    // UnoCSS looks for classes and attributes in all that a module says.
    `// @unocss-include <ul class="${classes}"> ${lists}`,
    `export { ${VUE.join(', ')} } from 'vue'`,
    `export { ${CONTEXT.join(', ')} } from '@slidev/client/context.ts'`,
    `export { openDeck } from '/@slidev/slides'`,
    ...COMPONENTS.map(name => `import ${name} from '${fileOf(name)}'`),
    `export const components = { ${COMPONENTS.join(', ')} }`,
    ...all.map(([, path], index) => `import layout${index} from ${JSON.stringify(path)}`),
    `export const layouts = { ${all.map(([name], index) => `${JSON.stringify(name)}: layout${index}`).join(', ')} }`,
  ].join('\n')
}

/** What stands last among Slidev's controls: the theme's own, and what a page that is edited has. */
const CONTROLS_CODE = `
import { h, shallowRef } from 'vue'
import Controls from '/@slidev/custom-nav-controls'
export const controls = shallowRef([])
export default { render: () => [Controls, ...controls.value].map(one => h(one)) }
`

/** What a page that is printed does first. */
const TURNS = `if (new URLSearchParams(location.search).has('print')) import('${TURNING}')\n`

/**
 * A Vite plugin with the shell's modules, and the page that decks are shown on.
 *
 * @param deckPage the page's path
 * @param indexHtml Slidev's page
 * @param layouts the theme's layouts by name, each with its file
 * @returns the plugin
 */
export function modules(deckPage: string, indexHtml: string, layouts: Record<string, string>): Plugin {
  const { '/@slidev/slides': _, '/@slidev/title-renderer': __, ...wrappers } = WRAPPERS
  const wrap = wrapModules({
    ...wrappers,
    '/@slidev/configs': CONFIGS_CODE,
    '/@slidev/custom-nav-controls': CONTROLS_CODE,
    '/@slidev/setups/main': `${wrappers['/@slidev/setups/main']}${TURNS}`,
  })
  const own: Readonly<Record<string, string>> = {
    ...OPENED,
    [SHELL]: shellModule(layouts),
    [TURNING]: TURN_CODE,
    [LIVING]: LIVE_CODE,
    [deckPage]: indexHtml,
  }
  const find = (id: string, importer: string | undefined): string | undefined => {
    if (id === NOTES_MODULE)
      return DECK_NOTES
    return id in own ? id : wrap.resolve(id, importer)
  }
  return {
    name: 'lectern:shell',
    enforce: 'pre',
    resolveId: { order: 'pre', handler: find },
    load: { order: 'pre', handler: id => id in own ? { code: own[id]!, map: { mappings: '' } } : wrap.load(id) },
  }
}
