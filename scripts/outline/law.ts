import type { Draft } from './draft.ts'
import { widthInEm } from '../language/measure.ts'
import { isProse } from './draft.ts'
import { readNumber } from './numbering.ts'

/** An article's number and, where it has one, its caption: 第一条, 第三条之一, 第一条【目的】 (立法技术规范, 第六十一条). */
const ARTICLE = new RegExp([
  String.raw`^第[ \t]?[〇○零一二两三四五六七八九十百千\d０-９]{1,7}[ \t]?[条條](?:之[一二三四五六七八九十])?(?![的款之])`,
  String.raw`(?:[ \t\u3000]*【[^【】]{1,20}】)?[ \t\u3000]*(?=\S)`,
].join(''))
/** What stands below an article's number is its text, and ends as one. */
const TEXT = /[。：；.:;][”’」』）)]?$/
/** A caption is no longer. In em. */
const LONGEST_CAPTION_EM = 24
/** Fewer articles make no law. */
const FEWEST = 3
/** Of what begins as an article does so much has its text beside the number. */
const MOSTLY = 0.6

/**
 * Whether an article is a law or a regulation: its paragraphs are numbered 第一条, 第二条 and so on, each with its text.
 *
 * @param drafts the article's body
 */
export function isLaw(drafts: Draft[]): boolean {
  const articles = drafts.filter(isArticle)
  const values = articles.map(({ text }) => readNumber(text)?.value ?? 0)
  const rises = values.every((value, index) => index === 0 || value >= values[index - 1]!)
  const hasText = (draft: Draft, at: number): boolean => TEXT.test(draft.text) || isCaption(draft, drafts[at + 1])
  const texts = drafts.filter((draft, at) => isArticle(draft) && hasText(draft, at))
  return articles.length >= FEWEST && rises && texts.length >= articles.length * MOSTLY
}

function isArticle(draft: Draft): boolean {
  return isProse(draft) && ARTICLE.test(draft.text)
}

/** A contract's 第一条　租金, whose text stands below. */
function isCaption(article: Draft, next: Draft | undefined): boolean {
  const isShort = !TEXT.test(article.text) && widthInEm(article.text) <= LONGEST_CAPTION_EM
  return isShort && next !== undefined && isProse(next) && !isArticle(next) && TEXT.test(next.text)
}

/**
 * Finds the articles of a part of a law as its points: each is known by its number, which is said before its text, or
 * by its number and its caption where its text stands below.
 *
 * @param drafts the blocks of a part; headings found are noted in them
 * @returns whether there are any
 */
export function findArticles(drafts: Draft[]): boolean {
  let found = false
  for (const [at, draft] of drafts.entries()) {
    if (!isArticle(draft) || draft.heading)
      continue
    found = true
    const number = ARTICLE.exec(draft.text)![0]
    draft.heading = isCaption(draft, drafts[at + 1])
      ? { level: 'point', start: 0, end: draft.text.length }
      : { level: 'point', start: 0, end: number.trimEnd().length, runInEnd: number.length }
  }
  return found
}

/**
 * Whether a number heads chapters or sections of a law: whatever else is numbered in it stands within an article.
 *
 * @param family the number's family
 */
export function headsArticles(family: string): boolean {
  return /^第(?:[编篇章节]|部分)$/.test(family)
}
