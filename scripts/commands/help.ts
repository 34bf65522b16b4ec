import type { Command, HelpConfiguration } from 'commander'
import type { PlainKey, Voice, Wording } from '../messages/model.ts'
import { Help, Option } from 'commander'
import { LANGUAGES } from '../messages/model.ts'
import { wording } from '../messages/wording.ts'
import { displayWidth, wrapText } from './text-width.ts'

type Say = Voice['say']

/** The titles that commander gives to the parts of a help. */
const TITLES: Readonly<Record<string, PlainKey>> = {
  'Usage:': 'title-usage',
  'Arguments:': 'title-arguments',
  'Options:': 'title-options',
  'Commands:': 'title-commands',
}
const PLACEHOLDERS: Readonly<Record<string, PlainKey>> = {
  '[options]': 'usage-options',
  '[command]': 'usage-command',
}

/**
 * How commander writes help in a language: its own words too, and lines as wide as a terminal shows them.
 *
 * @param say puts a message into the reader's language
 * @returns what `configureHelp` takes
 */
export function helpIn(say: Say): HelpConfiguration {
  const own = (words: string, known: Readonly<Record<string, PlainKey>>): string =>
    known[words] ? say(wording(known[words])) : words
  return {
    displayWidth,
    // After a full-width colon there is no space.
    formatHelp: (command, helper) => new Help().formatHelp.call(helper, command, helper).replace('： ', '：'),
    boxWrap: wrapText,
    styleTitle: title => own(title, TITLES),
    styleOptionText: words => own(words, PLACEHOLDERS),
    styleSubcommandText: words => own(words, PLACEHOLDERS),
    optionDescription: option => describeOption(option, say),
  }
}

/** An option's description, with what it takes and what it is without. */
function describeOption({ description, argChoices, defaultValue }: Option, say: Say): string {
  const extra = [
    ...(argChoices ? [say(wording('option-choices', { choices: argChoices }))] : []),
    ...(typeof defaultValue === 'string' ? [say(wording('option-default', { value: defaultValue }))] : []),
  ]
  return [description, ...extra].join(/\p{Script=Han}/u.test(description) ? '' : ' ')
}

/** What commander says of a command line that is wrong, and what that says here. */
const MISTAKES: readonly (readonly [RegExp, (...found: string[]) => Wording])[] = [
  [/^error: unknown option '(.+?)'/, option => wording('usage-unknown-option', { option: option! })],
  [/^error: unknown command '(.+?)'/, command => wording('usage-unknown-command', { command: command! })],
  [/^error: missing required argument '(.+?)'/, name => wording('usage-missing-argument', { name: name! })],
  [/^error: option '(.+?)' argument missing/, option => wording('usage-missing-value', { option: option! })],
  [
    /^error: option '(.+?)' cannot be used with option '(.+?)'/,
    (one, other) => wording('usage-conflict', { one: one!, other: other! }),
  ],
  [
    /^error: too many arguments for '(.+?)'\. Expected (\d+) arguments? but got (\d+)/,
    (command, expected, given) =>
      wording('usage-too-many', { command: command!, expected: expected!, given: given! }),
  ],
  [
    /^error: option '(.+?)' argument '(.*)' is invalid\. (.*)/s,
    (option, value, reason) =>
      wording('usage-invalid', { option: option!, value: value!, reason: reasonFrom(reason!) }),
  ],
]

/** Commander's own reason names the choices; all others are Lectern's, in the reader's language. */
function reasonFrom(reason: string): Wording | string {
  const choices = /^Allowed choices are (.*)\.$/.exec(reason)?.[1]
  return choices === undefined ? reason : wording('usage-choices', { choices: choices.split(', ') })
}

/**
 * Says in a language what is wrong with a command line.
 *
 * @param message what commander says, in English
 * @param say puts a message into the reader's language
 * @returns the same, in one line, or in two where a name is like one that there is
 */
export function mistakeIn(message: string, say: Say): string {
  const [line, ...hints] = message.trimEnd().split('\n(')
  const [pattern, text] = MISTAKES.find(([known]) => known.test(line!)) ?? []
  const said = pattern && text ? say(text(...pattern.exec(line!)!.slice(1))) : line!
  return [said, ...hints.map(hint => hintIn(`(${hint}`, say))].join('\n')
}

function hintIn(hint: string, say: Say): string {
  const names = /^\(Did you mean one of (.+)\?\)$/.exec(hint)?.[1]
  if (names !== undefined)
    return say(wording('usage-did-you-mean-one', { names: names.split(', ') }))
  const name = /^\(Did you mean (.+)\?\)$/.exec(hint)?.[1]
  return name === undefined ? hint : say(wording('usage-did-you-mean', { name }))
}

/**
 * Describes what commander describes by itself.
 *
 * @param command a command
 * @param say puts a message into the reader's language
 * @returns the command
 */
export function withOwnHelp(command: Command, say: Say): Command {
  return command
    .addOption(new Option('--lang <language>', say(wording('option-lang'))).choices(LANGUAGES))
    .helpOption('-h, --help', say(wording('option-help')))
}
