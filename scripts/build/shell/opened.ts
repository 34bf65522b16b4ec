import { DECK } from './names.ts'

/** The module that asks a deck for its notes. */
export const DECK_NOTES = '/@lectern/deck-notes'

/**
 * Slidev's modules of slides, as far as they are the same for every deck: a deck's own module opens it before the
 * page's own begin. Who holds the slides says which of them stay when another deck is opened on the same page.
 */
export const OPENED: Readonly<Record<string, string>> = {
  [DECK_NOTES]: `export default await globalThis.${DECK}.notes()`,
  '/@slidev/slides': `
import { defineAsyncComponent, reactive, shallowReactive, shallowRef } from 'vue'
import SlideError from '@slidev/client/layouts/error.vue'
import SlideLoading from '@slidev/client/internals/SlideLoading.vue'
export const slides = shallowRef([])
let settle = routes => routes
export function hold(how) { settle = how }
export function openDeck(deck) {
  const before = globalThis.${DECK}
  globalThis.${DECK} = deck
  slides.value = settle(deck.slides.map(toRoute), before)
}
function toRoute({ frontmatter: data, component, files, ...slide }, index) {
  let module
  const load = async () => module ??= { __esModule: true, default: component() }
  const frontmatter = reactive(data)
  const meta = shallowReactive({
    get layout() { return frontmatter.layout },
    get transition() { return frontmatter.transition },
    get class() { return frontmatter.class },
    get clicks() { return frontmatter.clicks },
    get name() { return frontmatter.name },
    get preload() { return frontmatter.preload },
    slide: { ...slide, noteHTML: '', frontmatter, filepath: '', id: index, no: index + 1 },
    __clicksContext: null,
    __preloaded: false,
  })
  const shown = { loader: load, delay: 300, loadingComponent: SlideLoading, errorComponent: SlideError }
  return { no: index + 1, meta, load, component: defineAsyncComponent(shown) }
}
`,
  '/@slidev/title-renderer': `
import { computed, h } from 'vue'
import { useSlideContext } from '@slidev/client/context.ts'
import { slides } from '/@slidev/slides'
export default {
  props: ['no'],
  setup(props) {
    const { $page } = useSlideContext()
    const titles = computed(() => slides.value && globalThis.${DECK}.titles.map(title => title()))
    return () => h(titles.value[Number(props.no ?? $page.value) - 1] ?? 'template')
  },
}
`,
}
