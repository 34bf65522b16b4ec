import type { Kind } from '../build/results.ts'
import type { PlainKey, Voice } from '../messages/model.ts'
import { InvalidArgumentError, Option } from 'commander'
import { KINDS } from '../build/results.ts'
import { isMinutes } from '../deck/options.ts'
import { wording } from '../messages/wording.ts'
import { isTalkWords, LONGEST_TALK } from '../outline/talk.ts'

type Say = Voice['say']

/** A text of the catalogue in the reader's language. */
export type Text = (key: PlainKey) => string

/**
 * The flag that names an article's encoding.
 *
 * @param text finds texts
 */
export function encodingOption(text: Text): Option {
  return new Option('--encoding <name>', text('option-encoding')).argParser(toEncoding(text))
}

/**
 * The flag that says how long a deck may take.
 *
 * @param text finds texts
 */
export function timeoutOption(text: Text): Option {
  return new Option('--timeout <seconds>', text('option-timeout')).argParser(toSeconds(text))
}

/** A flag whose value is one of a few. */
export function choice(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices)
}

function toEncoding(text: Text) {
  return (value: string): string => {
    try {
      return new TextDecoder(value).encoding && value
    }
    catch {
      throw new InvalidArgumentError(text('usage-encoding'))
    }
  }
}

/**
 * Reads a number of minutes.
 *
 * @param text finds texts
 */
export function toMinutes(text: Text) {
  return (value: string): number => {
    const minutes = Number(value)
    if (!isMinutes(minutes))
      throw new InvalidArgumentError(text('usage-minutes'))
    return minutes
  }
}

function toSeconds(text: Text) {
  return (value: string): number => {
    const seconds = Number(value)
    if (!(seconds > 0 && seconds <= 86_400))
      throw new InvalidArgumentError(text('usage-seconds'))
    return seconds
  }
}

/**
 * Reads whose talk it is, as `--speaker` and its like take it.
 *
 * @param say puts a message into words
 */
export function toTalkWords(say: Say) {
  return (value: string): string => {
    if (!isTalkWords(value))
      throw new InvalidArgumentError(say(wording('usage-talk-words', LONGEST_TALK)))
    return value
  }
}

/**
 * Reads what `--only` asks for.
 *
 * @param say puts a message into words
 */
export function toKinds(say: Say) {
  return (value: string): Kind[] => {
    const known: readonly string[] = KINDS
    const kinds = value.split(',').map(kind => kind.trim())
    const unknown = kinds.filter(kind => !known.includes(kind))
    if (unknown.length > 0)
      throw new InvalidArgumentError(say(wording('usage-kinds', { unknown, known })))
    return kinds as Kind[]
  }
}
