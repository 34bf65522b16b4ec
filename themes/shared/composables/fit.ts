import type { ShallowRef } from 'vue'
import { onBeforeUnmount, onMounted, onUpdated } from 'vue'

/** A title's and a text's size in pixels of the canvas. */
export type Step = readonly [title: number, body: number]

/**
 * Sets a box's text as large as it fits: the first step at which nothing overflows, else the last. The sizes are the custom
 * properties `--title-size` and `--text-size`. It looks again when fonts arrive, when the box is shown, and when a person edits the slide.
 *
 * @param box the element that holds the words; its height is fixed by the page
 * @param steps sizes from large to small
 */
export function useFit(box: Readonly<ShallowRef<HTMLElement | null>>, steps: readonly Step[]): void {
  function fit(): void {
    const element = box.value
    if (!element || element.clientHeight === 0)
      return
    for (const [title, body] of steps) {
      element.style.setProperty('--title-size', `${title}px`)
      element.style.setProperty('--text-size', `${body}px`)
      if (fits(element))
        break
    }
    element.dataset.fitted = ''
  }
  /** What happens at once, the box's first look and several fonts' arrival, is answered once, before the next frame is drawn. */
  let asked = 0
  function ask(): void {
    asked ||= requestAnimationFrame(() => {
      asked = 0
      fit()
    })
  }
  const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(ask)
  onMounted(() => {
    observer?.observe(box.value!)
    document.fonts.addEventListener('loadingdone', ask)
  })
  onUpdated(ask)
  onBeforeUnmount(() => {
    observer?.disconnect()
    document.fonts.removeEventListener('loadingdone', ask)
    cancelAnimationFrame(asked)
  })
}

/** Whether everything in a box, absolutely placed parts too, stays within it. */
function fits(box: HTMLElement): boolean {
  return [box, ...box.querySelectorAll<HTMLElement>(':is(ul, ol)')].every(element =>
    element.scrollHeight <= element.clientHeight + 1 && element.scrollWidth <= element.clientWidth + 1)
}
