import type { Article } from '../files/article.ts'
import { VFileMessage } from 'vfile-message'
import { Failure } from '../failure.ts'
import { describeInternalError } from './internal-error.ts'

/** Where a command writes: results to one stream, messages and progress to the other. */
export interface Console {
  log: (line: string) => void
  error: (line: string) => void
  /** Whether results may have colours. */
  isColoured: boolean
  /** Shows what goes on until it is told the end; shows nothing where nobody watches. */
  progress: (text: string) => Progress
}

/** A line that shows what goes on. */
export interface Progress {
  update: (text: string) => void
  done: (text?: string) => void
}

/**
 * Prints the messages of an article, each with its place and rule, and its encoding where that is not UTF-8.
 *
 * @param article the article, with its messages
 * @param console where they go
 */
export function reportMessages({ file, encoding }: Article, console: Console): void {
  if (encoding !== 'utf-8')
    console.error(`${file.path}: read as ${encoding}`)
  for (const message of file.messages) {
    const place = [file.path, message.line, message.column].filter(part => part !== undefined).join(':')
    console.error(`${place}: ${message.reason} (${message.ruleId})`)
  }
}

/**
 * Says something, where there is something to say.
 *
 * @param message a sentence
 * @param console where it goes
 */
export function tellOf(message: string | undefined, console: Console): void {
  if (message !== undefined)
    console.error(message)
}

/**
 * Says how many slides there are.
 *
 * @param count a deck's slides
 * @returns such as `1 slide` and `2 slides`
 */
export function countSlides(count: number): string {
  return `${count} ${count === 1 ? 'slide' : 'slides'}`
}

/**
 * Says what went wrong.
 *
 * @param error what was thrown
 * @returns for what a person can mend, the place and the reason; for all else, that the fault is Lectern's, and where
 *   its details are
 */
export function describeError(error: unknown): string {
  if (error instanceof VFileMessage)
    return `${[error.file, error.line, error.column].filter(part => part !== undefined).join(':')}: ${error.reason}.`
  if (error instanceof Failure)
    return error.message
  return describeInternalError(error)
}
