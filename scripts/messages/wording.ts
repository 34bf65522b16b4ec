import type { DataOf, Datum, Key, Language, PlainKey, Wording } from './model.ts'
import { english } from './en/index.ts'
import { chinese } from './zh/index.ts'

/** All texts: for each key of a language the other has one too, or this does not compile. */
export const CATALOGUES: Readonly<Record<Language, Readonly<Record<Key, string>>>> = { en: english, zh: chinese }

/** A message that needs no data. */
export function wording(key: PlainKey): Wording
/** A message about something. */
export function wording<Of extends Key>(key: Of, ...data: DataOf<Of>): Wording
/**
 * A message, to be put into words later.
 *
 * @param key what is said
 * @param data what it is about; left out where the text needs none
 * @returns the message, in no language yet
 */
export function wording(key: Key, data: Wording['data'] = {}): Wording {
  return { key, data }
}

/** A datum in a text, as `{name}` or `{name|one|# many}`. */
export const SLOT = /\{(\w+)(?:\|([^{|}]*)\|([^{|}]*))?\}/g

/**
 * Puts a message into words.
 *
 * @param message the message
 * @param language the reader's language
 * @returns the text
 */
export function inLanguage(message: Wording, language: Language): string {
  const { key, data } = message
  const texts = CATALOGUES[language]
  const say = (datum: Datum): string => {
    if (typeof datum !== 'object')
      return String(datum)
    return 'key' in datum ? inLanguage(datum, language) : datum.map(say).join(texts['list-separator'])
  }
  return texts[key].replace(SLOT, (_, name: string, one?: string, many?: string) => {
    const text = say(data[name]!)
    return many === undefined ? text : (text === '1' ? one! : many).replace('#', text)
  })
}

/**
 * Puts a message into English, the language of the API.
 *
 * @param message the message
 */
export function inEnglish(message: Wording): string {
  return inLanguage(message, 'en')
}

/**
 * A list of which one is to be chosen.
 *
 * @param values one or more
 * @returns such as “a, b or c”
 */
export function either(values: readonly (string | Wording)[]): Datum {
  const [last] = values.slice(-1)
  return values.length === 1 ? last! : wording('or', { most: values.slice(0, -1), last: last! })
}

/**
 * The beginning of a list, with how many more there are.
 *
 * @param values the list
 * @param most how many are named
 * @returns such as “a, b and 3 more”
 */
export function firstOf(values: readonly (string | Wording)[], most: number): Datum {
  const more = values.length - most
  return more > 0 ? wording('and-more', { list: values.slice(0, most), more }) : values
}
