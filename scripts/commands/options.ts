import type { Kind } from '../build/results.ts'
import { InvalidArgumentError, Option } from 'commander'
import { KINDS } from '../build/results.ts'
import { DECK_RULES, isMinutes } from '../deck/options.ts'

/** The flag that names an article's encoding. */
export function encodingOption(): Option {
  return new Option('--encoding <name>', 'the article\'s encoding, such as gb18030; found without it')
    .argParser(toEncoding)
}

/** The flag that says how long a deck may take. */
export function timeoutOption(): Option {
  const usual = 'two minutes, and half a second for each slide'
  return new Option('--timeout <seconds>', `how long a deck may take in the browser (default: ${usual})`)
    .argParser(toSeconds)
}

/** A flag whose value is one of a few. */
export function choice(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices)
}

function toEncoding(value: string): string {
  try {
    return new TextDecoder(value).encoding && value
  }
  catch {
    throw new InvalidArgumentError('Node knows no such encoding. Give one such as utf-8, gb18030, big5 or utf-16le.')
  }
}

/** A number of minutes. */
export function toMinutes(value: string): number {
  const minutes = Number(value)
  if (!isMinutes(minutes))
    throw new InvalidArgumentError('Give a number of minutes, such as 45.')
  return minutes
}

function toSeconds(value: string): number {
  const seconds = Number(value)
  if (!(seconds > 0 && seconds <= 86_400))
    throw new InvalidArgumentError('Give a number of seconds, such as 300.')
  return seconds
}

/** Whose talk it is, as `--speaker` and its like take it. */
export function toTalkWords(value: string): string {
  const [isValid, expected] = DECK_RULES.speaker
  if (!isValid(value))
    throw new InvalidArgumentError(`Give ${expected}.`)
  return value
}

/** What `--only` asks for. */
export function toKinds(value: string): Kind[] {
  const known: readonly string[] = KINDS
  const kinds = value.split(',').map(kind => kind.trim())
  const unknown = kinds.filter(kind => !known.includes(kind))
  if (unknown.length > 0)
    throw new InvalidArgumentError(`There is no kind ${unknown.join(', ')}. Choose from ${known.join(', ')}.`)
  return kinds as Kind[]
}
