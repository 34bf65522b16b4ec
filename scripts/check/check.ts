import type { Browser } from 'playwright-core'
import type { CheckedArticle, CheckMessage, DeckToCheck, GeneratedDeck } from './deck.ts'
import type { SetDeck } from './look.ts'
import type { Finding, SetSlide } from './types.ts'
import type { Coverage } from './words/coverage.ts'
import { reasonFor } from '../messages/reason.ts'
import { wording } from '../messages/wording.ts'
import { remoteAddresses } from './addresses.ts'
import { isEdited } from './deck.ts'
import { edits } from './edits.ts'
import { lookAtDecks } from './look.ts'
import { empty } from './rules/empty.ts'
import { SET_RULES } from './rules/rules.ts'
import { sameBytes } from './same-bytes.ts'
import { withoutSpace } from './words/bare-words.ts'
import { checkWords } from './words/words.ts'

/** A deck that was held against the promises. */
export interface CheckedDeck {
  file: string
  slides: { no: number, title: string, layout: string, minFontPx: number, edited: boolean }[]
}

/** What came of a check. */
export interface CheckResult { decks: CheckedDeck[], coverage: Coverage, messages: CheckMessage[] }

/**
 * Holds an article's decks against the promises, in a real browser.
 *
 * @param decks the decks
 * @param generated the decks as they were generated
 * @param article the article, where it is known
 * @param browser a Chromium
 * @param folder an empty folder to build in
 * @param timeout how long a deck may take, in seconds
 * @returns each slide's figures, how much of the article the notes hold, and what is wrong
 */
export async function checkDecks(
  decks: DeckToCheck[],
  generated: GeneratedDeck[],
  article: CheckedArticle | undefined,
  browser: Browser,
  folder: string,
  timeout?: number,
): Promise<CheckResult> {
  const looks = await lookAtDecks(decks.map(({ deck }) => deck), browser, folder, timeout)
  const words = article
    ? checkWords(decks, generated, article)
    : { coverage: { sentences: 0, covered: 0, removedByHand: 0 }, messages: [] }
  const ofDecks = decks.flatMap(deck => [...setFaults(deck, looks.get(deck.deck.name)!), ...editsOf(deck)])
  const messages = [...ofDecks, ...words.messages]
  return {
    decks: decks.map(deck => checkedDeck(deck, looks.get(deck.deck.name)!.slides)),
    coverage: words.coverage,
    messages: [...messages, ...(article ? sameBytes(decks, generated, article, messages) : [])],
  }
}

function setFaults(deck: DeckToCheck, { slides, requests, difference }: SetDeck): CheckMessage[] {
  const setFindings = slides.flatMap((slide, index) =>
    SET_RULES.flatMap(rule => rule(slide)).map(finding => toMessage(deck, index, finding)))
  const emptySlides = deck.deck.data.slides.flatMap(({ frontmatter, content }, index) =>
    empty(frontmatter.layout, content).map(finding => toMessage(deck, index, finding)))
  const printed = difference ? [differentPages(deck, difference.page)] : []
  return [...setFindings, ...emptySlides, ...requestFaults(deck, requests), ...printed]
}

function differentPages({ file, deck: { data } }: DeckToCheck, page: number | undefined): CheckMessage {
  const differ = page === undefined ? wording('same-pages') : wording('same-pages-first', { page })
  return {
    file,
    line: page === undefined ? 1 : data.slides[page - 1]!.source.start + 1,
    column: 1,
    ...(page !== undefined && { slide: page }),
    ruleId: 'same-pages',
    ...reasonFor(differ),
    fatal: true,
  }
}

/** An address in a slide's Markdown is a fault of its line; what else the browser asked for, of the deck's first. */
function requestFaults(deck: DeckToCheck, requests: string[]): CheckMessage[] {
  const { slides } = deck.deck.data
  const written = slides.map(({ source }) => remoteAddresses(source))
  const known = new Set(written.flat().map(resolved))
  const messageFor = (url: string): CheckMessage => {
    const slide = slides.findIndex(({ source }) => source.raw.includes(url))
    const finding = foundRequest(url)
    return slide >= 0
      ? toMessage(deck, slide, finding)
      : { file: deck.file, line: 1, column: 1, ruleId: finding.ruleId, ...reasonFor(finding.wording), fatal: true }
  }
  return [
    ...written.flatMap((addresses, index) => addresses.map(url => toMessage(deck, index, foundRequest(url)))),
    ...requests.filter(url => !known.has(url)).map(messageFor),
  ]
}

function foundRequest(url: string): Finding {
  return { ruleId: 'request', ...reasonFor(wording('request', { url })), text: url }
}

/** An address as a browser asks for it. */
function resolved(address: string): string {
  return URL.canParse(address, 'http://localhost') ? new URL(address, 'http://localhost').href : address
}

function editsOf({ file, state }: DeckToCheck): CheckMessage[] {
  return state ? edits(state).map(edit => ({ file, column: 1, ...edit, fatal: false })) : []
}

function checkedDeck(checked: DeckToCheck, slides: SetSlide[]): CheckedDeck {
  return {
    file: checked.file,
    slides: slides.map(({ no, texts }, index) => {
      const { title, frontmatter } = checked.deck.data.slides[index]!
      const sizes = texts.filter(text => !text.furniture).map(text => text.size)
      const layout = String(frontmatter.layout ?? '')
      const minFontPx = sizes.length > 0 ? Math.min(...sizes) : 0
      return { no, title: title ?? '', layout, minFontPx, edited: isEdited(checked, index) }
    }),
  }
}

/** A finding at the line of the deck that has its words, or else where the slide begins. */
function toMessage({ file, deck }: DeckToCheck, index: number, finding: Finding): CheckMessage {
  const { ruleId, text, ...why } = finding
  const { source } = deck.data.slides[index]!
  const lines = source.raw.split('\n')
  const words = withoutSpace(text ?? '').replace(/[\p{P}\p{S}]+$/u, '').slice(0, 6)
  const at = words === '' ? -1 : lines.findIndex(line => withoutSpace(line.replace(/\*\*|\\/g, '')).includes(words))
  const line = source.start + 1 + Math.max(0, at)
  return { file, line, column: 1, slide: index + 1, ruleId, ...why, fatal: true }
}
