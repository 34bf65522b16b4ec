import type { Language } from './model.ts'
import { LANGUAGES } from './model.ts'

/** What a command line says of the language: the rest of it, and the flag's value where there is one. */
export interface LanguageFlag { rest: string[], asked?: string }

/**
 * Takes `--lang` from a command line: it may stand anywhere before `--`.
 *
 * @param argv the arguments
 * @returns the others, and the language that was asked for, which may be none of Lectern's
 */
export function takeLanguage(argv: readonly string[]): LanguageFlag {
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length
  const at = argv.findIndex((argument, index) => index < end && /^--lang(?:=|$)/.test(argument))
  if (at < 0)
    return { rest: [...argv] }
  const isJoined = argv[at]!.startsWith('--lang=')
  const next = at + 1 < end ? argv[at + 1]! : ''
  const rest = [...argv.slice(0, at), ...argv.slice(at + (isJoined ? 1 : 2))]
  return { rest, asked: isJoined ? argv[at]!.slice('--lang='.length) : next }
}

/**
 * The language that was asked for, or else an environment's (POSIX.1-2017, 8.2): Chinese for `zh_CN.UTF-8` and its
 * like, English for all others.
 *
 * @param env the environment's variables
 * @param asked the value of `--lang`; one that is no language counts for nothing
 */
export function languageOf(env: Readonly<Record<string, string | undefined>>, asked = ''): Language {
  if (isLanguage(asked))
    return asked
  return /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'zh' : 'en'
}

/**
 * Whether a word names one of the languages.
 *
 * @param value any word
 */
export function isLanguage(value: string): value is Language {
  return (LANGUAGES as readonly string[]).includes(value)
}
