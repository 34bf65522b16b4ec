import { join, sep } from 'node:path'
import { ROOT } from '../../root.ts'
import { PAGE_GLOBAL } from '../pages.ts'
import { DECK } from './names.ts'

/** The global variable in which a page that is edited has its `LiveState`, and where it hears of the next one. */
export const LIVE = 'lecternLive'

/** What a page that is edited shows. */
export interface LiveState {
  /** A hash of all that only a new page takes in; without one, the page is to be asked for again. */
  frame?: string
  /** The address of the module that has the deck's slides and notes. */
  module?: string
  /** What the page knows of itself: see `pageFacts`. */
  facts?: Record<string, unknown>
  /** What is wrong with the deck as it is now, in the reader's language. */
  fault?: string
}

const COMPONENTS = inRoot('themes/shared/components')
const STYLES = inRoot('scripts/build/shell/live.css')

/** A place in Lectern's folder, as modules name it. */
function inRoot(path: string): string {
  return join(ROOT, path).split(sep).join('/')
}

/**
 * The module of pages that are edited: the ways to the other decks and to Slidev's editor among Slidev's controls; and
 * what a server tells of the deck's file. Slides that have changed are drawn anew where they stand: the page stays on
 * its slide and its click, in the show and in the presenter view. Pages that are built do not have it.
 */
export const LIVE_CODE = `
import '${STYLES}'
import { reactive, shallowReactive } from 'vue'
import { showEditor } from '@slidev/client/state/storage.ts'
import { configure } from '/@slidev/configs'
import { controls } from '/@slidev/custom-nav-controls'
import { hold, slides } from '/@slidev/slides'
import DeckEdit from '${COMPONENTS}/DeckEdit.vue'
import DeckSwitch from '${COMPONENTS}/DeckSwitch.vue'

const { changes, state } = globalThis.${LIVE}
let shown = state
let isOther = false
let count = 0
let last = Promise.resolve()
let source

// Slidev's editor is on a page of its own, and what it keeps in the browser is not meant for this one.
showEditor.value = false
controls.value = [DeckEdit, DeckSwitch]
slides.value = slides.value.map(shallowReactive)
hold((routes, before) => routes.map((route, index) => {
  const old = slides.value[index]
  return old ? isSame(index, before) && !isOther ? moved(old, route) : redrawn(old, route) : shallowReactive(route)
}))

function isSame(index, before) {
  const [one, other] = [before, globalThis.${DECK}].map(({ slides }) => slides[index])
  return textOf(one) === textOf(other)
}

function textOf({ component, frontmatter, files }) {
  return JSON.stringify([component.toString(), frontmatter, files])
}

/** Where a slide stands in its file may change with the slides before it. */
function moved(old, { meta }) {
  const { frontmatter, noteHTML, ...data } = meta.slide
  Object.assign(reactive(old.meta.slide), data)
  return old
}

/** What the slide is shown by stays, and shows another. */
function redrawn(old, route) {
  const kept = old.meta.slide.frontmatter
  const { frontmatter } = route.meta.slide
  Object.keys(kept).filter(key => !(key in frontmatter)).forEach(key => delete kept[key])
  Object.assign(kept, frontmatter)
  old.meta.__clicksContext = null
  old.load = route.load
  old.component = route.component
  return moved(old, route)
}

async function take(next) {
  if (next.fault !== undefined)
    return tell(next.fault)
  if (next.frame !== shown.frame)
    return location.reload()
  if (JSON.stringify(next) !== JSON.stringify(shown))
    await show(next)
  tell('')
}

/** What a page knows of itself may stand on any slide. */
async function show(next) {
  isOther = JSON.stringify(next.facts) !== JSON.stringify(shown.facts)
  globalThis.${PAGE_GLOBAL} = next.facts
  configure()
  // A deck may become again what it was, and a browser runs a module once.
  await import(next.module + '?' + ++count)
  const notes = await globalThis.${DECK}.notes()
  slides.value.forEach(({ meta }, index) => reactive(meta.slide).noteHTML = notes?.[index] ?? '')
  shown = next
}

/** What is wrong stands over the page. */
function tell(fault) {
  const known = document.querySelector('.lectern-fault')
  if (fault === '')
    return known?.remove()
  const box = known ?? document.body.appendChild(document.createElement('div'))
  Object.assign(box, { className: 'lectern-fault', role: 'alert', textContent: fault })
}

/** A browser has few connections to a server: those who are not seen give theirs up, and ask again when they are. */
function listen() {
  source?.close()
  if (document.hidden)
    return
  source = new EventSource(changes)
  source.onmessage = ({ data }) => last = last.then(() => take(JSON.parse(data))).catch(() => location.reload())
}

document.addEventListener('visibilitychange', listen)
listen()
`
