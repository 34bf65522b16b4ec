import type { Article } from '../files/article.ts'
import type { Language, Voice, Wording } from '../messages/model.ts'
import { VFileMessage } from 'vfile-message'
import { Failure } from '../failure.ts'
import { reasonIn } from '../messages/reason.ts'
import { inLanguage, wording } from '../messages/wording.ts'
import { internalError } from './internal-error.ts'

/** Where a command writes: results to one stream, messages and progress to the other. */
export interface Console {
  log: (line: string) => void
  error: (line: string) => void
  /** Whether results may have colours. */
  isColoured: boolean
  /** The reader's language; English where nothing is said. */
  language?: Language
  /** Shows what goes on until it is told the end; shows nothing where nobody watches. */
  progress: (text: string) => Progress
}

/** A line that shows what goes on. */
export interface Progress {
  update: (text: string) => void
  done: (text?: string) => void
}

/**
 * Speaks to the reader of a terminal.
 *
 * @param terminal where messages go
 * @returns what prints messages, and puts them into words, in the reader's language
 */
export function voiceOf(terminal: Console): Voice {
  const say = (message: Wording): string => inLanguage(message, readersLanguage(terminal))
  return { say, tell: message => terminal.error(say(message)) }
}

/**
 * The language of a terminal's reader.
 *
 * @param terminal where results and messages go
 */
export function readersLanguage({ language = 'en' }: Console): Language {
  return language
}

/**
 * Prints a result in the reader's language.
 *
 * @param result what is said
 * @param terminal where it goes
 */
export function print(result: Wording, terminal: Console): void {
  terminal.log(voiceOf(terminal).say(result))
}

/**
 * Prints a message in the reader's language, where there is something to say.
 *
 * @param message what is said
 * @param terminal where it goes
 */
export function tell(message: Wording | undefined, terminal: Console): void {
  if (message !== undefined)
    voiceOf(terminal).tell(message)
}

/** What goes on, in the reader's language. */
export interface Activity {
  update: (now: Wording) => void
  done: () => void
}

/**
 * Shows what goes on.
 *
 * @param now what begins
 * @param terminal where it is shown
 * @returns what shows the next, and ends it
 */
export function showActivity(now: Wording, terminal: Console): Activity {
  const { say } = voiceOf(terminal)
  const { update, done } = terminal.progress(say(now))
  return { update: next => update(say(next)), done: () => done() }
}

/**
 * Prints the messages of an article, each with its place and rule, and its encoding where that is not UTF-8.
 *
 * @param article the article, with its messages
 * @param terminal where they go
 */
export function reportMessages({ file, encoding }: Article, terminal: Console): void {
  if (encoding !== 'utf-8')
    tell(wording('read-as', { path: file.path, encoding }), terminal)
  for (const message of file.messages) {
    const place = [file.path, message.line, message.column].filter(part => part !== undefined).join(':')
    terminal.error(`${place}: ${reasonIn(message, readersLanguage(terminal))} (${message.ruleId})`)
  }
}

/**
 * Counts slides.
 *
 * @param count a deck's slides
 * @returns such as “1 slide” and “2 slides”
 */
export function slideCount(count: number): Wording {
  return wording('slide-count', { count })
}

/**
 * Says what went wrong.
 *
 * @param error what was thrown
 * @returns for what a person can mend, the place and the reason; for all else, that the fault is Lectern's, and where
 *   its details are
 */
export function faultOf(error: unknown): Wording {
  if (error instanceof Failure)
    return error.wording
  if (!(error instanceof VFileMessage))
    return internalError(error)
  const path = [error.file, error.line, error.column].filter(part => part !== undefined).join(':')
  return wording('place', { path, fault: error.wording ?? error.reason })
}

/**
 * Says in words what went wrong.
 *
 * @param error what was thrown
 * @param language the reader's language
 */
export function describeError(error: unknown, language: Language = 'en'): string {
  return inLanguage(faultOf(error), language)
}
