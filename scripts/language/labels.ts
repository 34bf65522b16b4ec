import type { Labels } from './label-words.ts'
import { CHINESE, ENGLISH, TRADITIONAL } from './label-words.ts'

export type { Labels } from './label-words.ts'

/**
 * The labels for a language.
 *
 * @param language a BCP 47 tag
 * @returns Chinese labels for zh, in traditional characters where the tag says so, English ones for all others
 */
export function labelsFor(language: string): Labels {
  if (!/^zh\b/i.test(language))
    return ENGLISH
  return /^zh-(?:Hant|TW|HK|MO)\b/i.test(language) ? TRADITIONAL : CHINESE
}

/**
 * Takes from a title what says that it goes over several slides.
 *
 * @param title a slide's title
 * @returns the title without its page, in any language
 */
export function withoutPage(title: string): string {
  return title.replace(/（\d+\/\d+）$| ?\(\d+\/\d+\)$/, '')
}

/**
 * The labels that stand on slides by themselves.
 *
 * @param labels the language's labels
 * @param parts how many parts the article has
 * @returns each label as it is written
 */
export function slideLabels(labels: Labels, parts: number): ReadonlySet<string> {
  const numbers = Array.from({ length: parts }, (_, index) => index + 1)
  const partLabels = numbers.flatMap(number => [labels.partOf(number, parts), labels.part(number)])
  return new Set([labels.contents, labels.summary, labels.questions, labels.ellipsis, ...partLabels])
}

/**
 * The title that a question for the meeting asks about.
 *
 * @param question a text of a slide
 * @param labels the language's labels
 * @returns what stands in the question's template, its quotation marks as they stand there; nothing where it is no such
 *   question
 */
export function askedTitle(question: string, labels: Labels): string | undefined {
  for (const template of labels.questionTemplates) {
    const [before, after] = template('\0').split('\0') as [string, string]
    if (question.length > before.length + after.length && question.startsWith(before) && question.endsWith(after))
      return question.slice(before.length, question.length - after.length)
  }
  return undefined
}

/**
 * A title as it stands inside the quotation marks of a question.
 *
 * @param title the title
 * @returns the title, its own double quotation marks as single ones (GB/T 15834—2011, 4.8.3.3)
 */
export function quotedTitle(title: string): string {
  return title.replace(/[“”]/g, mark => mark === '“' ? '‘' : '’')
}
