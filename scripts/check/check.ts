import type { Browser } from 'playwright-core'
import type { LoadedDeck } from '../build/decks.ts'
import type { DeckState } from '../merge/states.ts'
import type { Outline } from '../outline/types.ts'
import type { Finding, SetSlide } from './types.ts'
import type { Coverage, WrittenSlide } from './words.ts'
import { groupDecks, pagesOf } from '../build/decks.ts'
import { buildHtml } from '../build/html.ts'
import { inside, openPrintRoute } from '../build/print.ts'
import { serveFolder } from '../build/server.ts'
import { edits } from './edits.ts'
import { SET_RULES } from './rules/rules.ts'
import { setSlides } from './set-slides.ts'
import { coverage, squeeze, verbatim } from './words.ts'

/** A message on a deck: PRODUCT's `lectern check --json`. */
export interface CheckMessage { file: string, line: number, column: number, slide?: number, ruleId: string, reason: string, fatal: boolean }

/** A deck that was held against the promises. */
export interface CheckedDeck {
  file: string
  slides: { no: number, title: string, layout: string, minFontPx: number, edited: boolean }[]
}

/** What came of a check. */
export interface CheckResult { decks: CheckedDeck[], coverage: Coverage, messages: CheckMessage[] }

/** A deck, with what it is held against. */
export interface DeckToCheck {
  /** The path that messages name. */
  file: string
  deck: LoadedDeck
  /** Every slide of the file, hidden ones too. */
  all: WrittenSlide[]
  /** Those that are shown. */
  shown: WrittenSlide[]
  /** The slides as they were generated. */
  base: WrittenSlide[]
  /** What a person has made of it, where it was generated. */
  state?: DeckState
}

/**
 * Holds an article's decks against the promises, in a real browser.
 *
 * @param decks the decks
 * @param article the article's text and outline, where it is known
 * @param article.text all of its text
 * @param article.outline what was found in it
 * @param browser a Chromium
 * @param folder an empty folder to build in
 * @returns each slide's figures, how much of the article the notes hold, and what is wrong
 */
export async function checkDecks(decks: DeckToCheck[], article: { text: string, outline: Outline } | undefined, browser: Browser, folder: string): Promise<CheckResult> {
  const set = await measure(decks.map(({ deck }) => deck), browser, folder)
  const words = squeeze(article?.text ?? '')
  const messages = decks.flatMap((deck) => {
    const slides = set.get(deck.deck.name)!
    return [
      ...slides.slides.flatMap((slide, index) => SET_RULES.flatMap(rule => rule(slide)).map(finding => toMessage(deck, index, finding))),
      ...(deck.state ? edits(deck.state).map(edit => ({ file: deck.file, column: 1, ...edit, fatal: false })) : []),
      ...slides.requests.map(url => ({ file: deck.file, line: 1, column: 1, ruleId: 'request', reason: `Unexpected request to another machine, ${url}, expected none: save the file beside the deck`, fatal: true })),
      ...(article ? deck.shown.flatMap((slide, index) => verbatim(slide, words, article.outline).map(finding => toMessage(deck, index, finding))) : []),
    ]
  })
  const { missing, ...counts } = article
    ? coverage(decks.flatMap(({ all }) => all), decks.flatMap(({ base }) => base), article.outline)
    : { sentences: 0, covered: 0, removedByHand: 0, missing: [] }
  return {
    decks: decks.map(deck => checkedDeck(deck, set.get(deck.deck.name)!.slides)),
    coverage: counts,
    messages: [...messages, ...missing.map(sentence => ({ file: decks[0]!.file, line: 1, column: 1, ruleId: 'complete', reason: `Unexpected gap in the notes, expected the sentence “${sentence.trim()}”: generate the decks again`, fatal: true }))],
  }
}

function checkedDeck({ file, deck, shown }: DeckToCheck, slides: SetSlide[]): CheckedDeck {
  return {
    file,
    slides: slides.map(({ no, texts }, index) => {
      const { title, frontmatter } = deck.data.slides[index]!
      const sizes = texts.filter(text => !text.furniture).map(text => text.size)
      return { no, title: title ?? '', layout: String(frontmatter.layout ?? ''), minFontPx: sizes.length > 0 ? Math.min(...sizes) : 0, edited: shown[index]!.edited }
    }),
  }
}

/** A finding at the line of the deck that has its words, or else where the slide begins. */
function toMessage({ file, deck }: DeckToCheck, index: number, { ruleId, reason, text }: Finding): CheckMessage {
  const { source } = deck.data.slides[index]!
  const lines = source.raw.split('\n')
  const words = squeeze(text ?? '').replace(/[\p{P}\p{S}]+$/u, '').slice(0, 6)
  const at = words === '' ? -1 : lines.findIndex(line => squeeze(line.replace(/\*\*|\\/g, '')).includes(words))
  return { file, line: source.start + 1 + Math.max(0, at), column: 1, slide: index + 1, ruleId, reason, fatal: true }
}

/** Builds the decks' pages, opens each on its print route, and reads how its slides are set. */
async function measure(decks: LoadedDeck[], browser: Browser, folder: string): Promise<Map<string, { slides: SetSlide[], requests: string[] }>> {
  const pages = []
  for (const group of await groupDecks(decks)) {
    const own = pagesOf(group)
    await buildHtml(group, own, undefined, folder)
    pages.push(...own)
  }
  const server = await serveFolder(folder)
  const context = await browser.newContext({ viewport: { width: 980, height: 735 }, ...inside(server.url) })
  const results = new Map<string, { slides: SetSlide[], requests: string[] }>()
  try {
    for (const { name } of pages) {
      const page = await context.newPage()
      const requests: string[] = []
      page.on('request', request => !request.url().startsWith(server.url) && !/^(?:data|blob):/.test(request.url()) && requests.push(request.url()))
      await openPrintRoute(page, `${server.url}${name}.html`)
      results.set(name, { slides: await setSlides(page), requests })
      await page.close()
    }
    return results
  }
  finally {
    await context.close()
    await server.close()
  }
}
