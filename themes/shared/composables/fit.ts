import type { ShallowRef } from 'vue'
import { onBeforeUnmount, onMounted, onUpdated } from 'vue'

/**
 * A title's and a text's size in pixels of the canvas, and the size of what the slide says largest, where that is
 * another.
 */
export type Step = readonly [title: number, body: number, large?: number]

/**
 * Sets a box's text as large as it fits: the first step at which nothing overflows, else the last. The sizes are the
 * custom properties `--title-size`, `--text-size` and `--large-size`. It looks again when fonts arrive, when the box is
 * shown, and when a person edits the slide.
 *
 * @param box the element that holds the words; its height is fixed by the page
 * @param steps sizes from large to small
 * @param ofClauses the first of them at which each clause has a line of its own, where there is one
 */
export function useFit(
  box: Readonly<ShallowRef<HTMLElement | null>>,
  steps: readonly Step[],
  ofClauses: readonly Step[] = [],
): void {
  /** How many faces of fonts there were when the box was looked at. */
  let measuredWith = -1
  function fit(): void {
    const element = box.value
    measuredWith = -1
    // While fonts are on their way there is no text to be seen, and they tell when they are here.
    if (!element || element.clientHeight === 0 || document.fonts.status === 'loading')
      return
    measuredWith = facesLoaded()
    setWords(element, steps, ofClauses)
    element.dataset.fitted = ''
  }
  /**
   * What happens at once, the box's first look and several fonts' arrival, is answered once, before the next frame is
   * drawn.
   */
  let asked = 0
  function ask(): void {
    asked ||= requestAnimationFrame(() => {
      asked = 0
      fit()
    })
  }
  function askForFonts(): void {
    if (facesLoaded() !== measuredWith)
      ask()
  }
  const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(ask)
  onMounted(() => {
    observer?.observe(box.value!)
    document.fonts.addEventListener('loadingdone', askForFonts)
  })
  onUpdated(ask)
  onBeforeUnmount(() => {
    observer?.disconnect()
    document.fonts.removeEventListener('loadingdone', askForFonts)
    cancelAnimationFrame(asked)
  })
}

/** Sets the words: first with every clause on a line of its own, else with every phrase whole. */
function setWords(element: HTMLElement, steps: readonly Step[], ofClauses: readonly Step[]): void {
  element.dataset.whole = ''
  element.dataset.clauses = ''
  if (setLargest(element, ofClauses))
    return
  delete element.dataset.clauses
  setPhrases(element, steps)
}

/**
 * A word may be broken only if no size keeps all phrases whole: then at the smallest size under a headline of full
 * size.
 */
function setPhrases(element: HTMLElement, steps: readonly Step[]): void {
  if (setLargest(element, steps))
    return
  delete element.dataset.whole
  setLargest(element, steps.slice(steps.findLastIndex(([title]) => title === steps[0]![0])))
}

function facesLoaded(): number {
  return Array.from(document.fonts).filter(({ status }) => status === 'loaded').length
}

/** Sets the largest size that fits, or else the smallest; says whether it fits. */
function setLargest(element: HTMLElement, steps: readonly Step[]): boolean {
  return steps.some(([title, body, large = body]) => {
    element.style.setProperty('--title-size', `${title}px`)
    element.style.setProperty('--text-size', `${body}px`)
    element.style.setProperty('--large-size', `${large}px`)
    return fits(element)
  })
}

/** Whether everything in a box, absolutely placed parts too, stays within it. */
function fits(box: HTMLElement): boolean {
  const parts = box.querySelectorAll<HTMLElement>(':is(h1, ul, ol, li, p, table, blockquote, strong, span)')
  return [box, ...parts].every(({ clientHeight, clientWidth, scrollHeight, scrollWidth }) =>
    clientHeight === 0 || (scrollHeight <= clientHeight + 1 && scrollWidth <= clientWidth + 1))
}
