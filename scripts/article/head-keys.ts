/** The keys of data at an article's head, as Chinese programs and people write them. */
const KEYS: Readonly<Record<string, string>> = {
  标题: 'title',
  標題: 'title',
  题目: 'title',
  題目: 'title',
  副标题: 'subtitle',
  副標題: 'subtitle',
  作者: 'author',
  日期: 'date',
}
const KEY_LINE = /^(\p{Script=Han}{2,6})[ \t]*[：:](.*)$/gmu

/** Keys that Lectern knows, as other programs spell them: Title, AUTHOR. */
const CAPITAL_KEY = /^(title|subtitle|authors?|date|lang)(?=[ \t]*:(?:\s|$))/gim

/**
 * YAML with the keys that Lectern knows where it has Chinese ones, 标题: 渡口, or capitals: Title. A full-width colon is
 * one there.
 *
 * @param yaml what stands between the `---` lines
 * @returns it, with other keys where one of them names the title
 */
export function withKnownKeys(yaml: string): string {
  const names = Array.from(yaml.matchAll(KEY_LINE), ([, name]) => KEYS[name!])
  return names.includes('title')
    ? yaml.replace(KEY_LINE, (_, name: string, value: string) => `${KEYS[name] ?? name}: ${value.trim()}`)
    : withSmallKeys(yaml)
}

/** Keys in small letters, unless one of them would stand twice. */
function withSmallKeys(yaml: string): string {
  const keys = Array.from(yaml.matchAll(CAPITAL_KEY), ([key]) => key.toLowerCase())
  return new Set(keys).size === keys.length ? yaml.replace(CAPITAL_KEY, key => key.toLowerCase()) : yaml
}
