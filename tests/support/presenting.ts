import type { PresentFlags } from '../../scripts/commands/present.ts'
import { present } from '../../scripts/commands/present.ts'

/** A built article that is served in this process. */
export interface Presented {
  port: number
  /** All that was said so far, to either stream. */
  output: () => string
  stop: () => Promise<void>
}

/**
 * Serves a built article as `lectern present` does, until it is stopped.
 *
 * @param folder the built article
 * @param flags what a person asks for; no window is opened
 */
export async function startPresent(folder: string, flags: Partial<PresentFlags> = {}): Promise<Presented> {
  let said = ''
  let stop = (): void => {}
  const stopped = new Promise<void>(resolve => stop = resolve)
  let ended = Promise.resolve()
  const port = await new Promise<number>((resolve, reject) => {
    const say = (line: string): void => {
      said += `${line}\n`
      const [, found] = /^http:\/\/127\.0\.0\.1:(\d+)\/$/m.exec(said) ?? []
      if (found)
        resolve(Number(found))
    }
    const progress = () => ({ update: () => {}, done: () => {} })
    const terminal = { log: say, error: say, isColoured: false, progress }
    ended = present(folder, { open: false, ...flags }, terminal, stopped)
    ended.catch(reject)
  })
  return { port, output: () => said, async stop() {
    stop()
    await ended
  } }
}

/** A page of either of the tests' drivers, Playwright's or Puppeteer's. */
export interface AnyPage {
  evaluate: (code: string) => Promise<unknown>
}

const TIMER = `[...document.querySelectorAll('.group:has(> .font-mono)')].at(-1)`

/** The seconds that the presenter view's timer shows; none where it is stopped. */
export async function timerOf(page: AnyPage): Promise<number | undefined> {
  const clock = String(await page.evaluate(`${TIMER}?.textContent ?? ''`)).replace(/\s/g, '')
  return /^[\d:]+$/.test(clock) ? clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) : undefined
}

/** Presses one of the timer's two buttons, which show when the mouse is there: start and pause, or reset. */
export async function pressTimer(page: AnyPage, button: 'toggle' | 'reset'): Promise<void> {
  await page.evaluate(`${TIMER}.querySelector('${button === 'reset' ? '.i-carbon\\\\:renew' : '.i-carbon\\\\:play, .i-carbon\\\\:pause'}').click()`)
}

/** Whether a page is black, the show's way, or says that the show is, the presenter's. */
export async function blackOf(page: AnyPage): Promise<'black' | 'told' | undefined> {
  return await page.evaluate(`document.querySelector('.lectern-black') ? 'black' : document.querySelector('.lectern-black-note') ? 'told' : undefined`) as 'black' | 'told' | undefined
}

/** The text of the slide that a page shows as its own, where it is the one with this number. */
export async function slideOf(page: AnyPage, no: number): Promise<string | undefined> {
  return await page.evaluate(`(() => {
    const slide = document.querySelector('#slideshow .slidev-page-${no}')
    return slide?.checkVisibility() ? slide.querySelector('.slidev-layout')?.textContent : undefined
  })()`) as string | undefined
}

/**
 * Slidev tells the other window nothing of a slide that is turned while it takes in what that one told, as when both
 * have just been loaded.
 */
export function settle(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 1000))
}
