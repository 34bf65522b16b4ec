import type { DeckOptions } from './types.ts'
import { withoutInvisible } from '../article/invisible.ts'
import { inEnglish } from '../messages/wording.ts'
import { isTalkWords, TALK_WORDS } from '../outline/talk.ts'
import { DECKS, DENSITIES, RATIOS } from './types.ts'

/** A day, in minutes: no article takes longer. */
const LONGEST = 1440

/**
 * Whether a number is a time that an article may take.
 *
 * @param value minutes, from any source
 * @returns true from one minute to a day
 */
export function isMinutes(value: unknown): value is number {
  return typeof value === 'number' && value >= 1 && value <= LONGEST
}

/** An option that is none, or whose value is none of its own. */
export class OptionError extends TypeError {
  override readonly name = 'OptionError'
  /** The option's name. */
  readonly option: string
  readonly value: unknown

  /**
   * @param message what is wrong, and what to do
   * @param option the option's name
   * @param value what it was given
   */
  constructor(message: string, option: string, value: unknown) {
    super(message)
    this.option = option
    this.value = value
  }
}

/** What an option takes, and how that is said. */
export type OptionRule = readonly [isValid: (value: unknown) => boolean, expected: string]

const WORDS: OptionRule = [isTalkWords, inEnglish(TALK_WORDS)]

/** The rules of the options that decks have. */
export const DECK_RULES: Readonly<Record<keyof DeckOptions, OptionRule>> = {
  ratio: [value => isOneOf(value, RATIOS), RATIOS.join(' or ')],
  density: [value => isOneOf(value, DENSITIES), DENSITIES.join(', ')],
  decks: [value => isOneOf(value, DECKS), DECKS.join(' or ')],
  minutes: [isMinutes, `a number of minutes from 1 to ${LONGEST}`],
  clicks: [value => typeof value === 'boolean', 'true or false'],
  questions: [value => typeof value === 'boolean', 'true or false'],
  speaker: WORDS,
  organization: WORDS,
  date: WORDS,
  logo: [isPath, 'the path of a picture, relative to the decks'],
}

function isPath(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && withoutInvisible(value) === value
}

/**
 * Refuses options that are none, for callers whose types are not checked.
 *
 * @param options what a caller gave; an option that is undefined is left out
 * @param rules the options that there are
 * @throws OptionError for the first that is wrong
 */
export function checkOptions(options: object, rules: Readonly<Record<string, OptionRule>>): void {
  for (const [option, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, option) ? rules[option] : undefined
    if (!rule) {
      const reason = `Unexpected option \`${option}\`, expected ${Object.keys(rules).join(', ')}`
      throw new OptionError(`${reason}: correct its name, or leave it out`, option, value)
    }
    const [isValid, expected] = rule
    if (value !== undefined && !isValid(value)) {
      const reason = `Unexpected ${option} \`${String(value)}\`, expected ${expected}`
      throw new OptionError(`${reason}: correct it, or leave it out`, option, value)
    }
  }
}

/**
 * The options that somebody has set, without those that are none of the decks'.
 *
 * @param options options of decks, and maybe others
 * @returns those of the decks that are not undefined
 */
export function definedOptions(
  options: { [Option in keyof DeckOptions]?: DeckOptions[Option] | undefined },
): Partial<DeckOptions> {
  const { ratio, density, decks, minutes, clicks, questions, speaker, organization, date, logo } = options
  return {
    ...(ratio !== undefined && { ratio }),
    ...(density !== undefined && { density }),
    ...(decks !== undefined && { decks }),
    ...(minutes !== undefined && { minutes }),
    ...(clicks !== undefined && { clicks }),
    ...(questions !== undefined && { questions }),
    ...(speaker !== undefined && { speaker }),
    ...(organization !== undefined && { organization }),
    ...(date !== undefined && { date }),
    ...(logo !== undefined && { logo }),
  }
}

function isOneOf(value: unknown, all: readonly string[]): boolean {
  return typeof value === 'string' && all.includes(value)
}
