/** What stands before a value: `title =`, `"a key" =` or `params.title =`. */
const KEY = /\s*(?:"([^"\n]*)"|'([^'\n]*)'|([\w.-]+))[ \t]*=[ \t]*/y
const SKIPPED = /(?:\s|#[^\n]*)*/y
const TABLE = /\[\[?[^\n[\]]+\]\]?[ \t]*(?:#[^\n]*)?(?=\r?\n|$)/y
const LINE_END = /[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/y
const STRINGS = [/"""\r?\n?([\s\S]*?)"""(?!")/y, /'''\r?\n?([\s\S]*?)'''(?!')/y, /"((?:\\.|[^"\\\n])*)"/y, /'([^'\n]*)'/y] as const
const BARE = /\d{4}-\d\d-\d\d \d[\w.:+-]*|[\w.:+-]+/y
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', e: '\x1B' }

/**
 * Reads the keys at the top of a TOML text (TOML 1.0): strings and lists of them are values, numbers and dates stay as they are written. What stands in
 * tables is passed over.
 *
 * @param text TOML
 * @returns the values by their keys; nothing where it is no TOML
 */
export function readToml(text: string): Record<string, unknown> | undefined {
  const data: Record<string, unknown> = {}
  let at = 0
  let isTop = true
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    at = match ? pattern.lastIndex : at
    return match ?? undefined
  }
  const value = (): unknown => {
    for (const [index, pattern] of STRINGS.entries()) {
      const words = take(pattern)?.[1]
      if (words !== undefined)
        return index % 2 === 0 ? unescaped(words) : words
    }
    return text[at] === '[' ? list() : text[at] === '{' ? inlineTable() : take(BARE)?.[0]
  }
  const list = (): unknown[] | undefined => {
    const items: unknown[] = []
    at++
    for (;;) {
      take(SKIPPED)
      if (text[at] === ']') {
        at++
        return items
      }
      const item = value()
      if (item === undefined)
        return undefined
      items.push(item)
      take(SKIPPED)
      if (text[at] === ',')
        at++
      else if (text[at] !== ']')
        return undefined
    }
  }
  const inlineTable = (): object | undefined => take(/\{[^{}\n]*\}/y) ? {} : undefined

  for (;;) {
    take(SKIPPED)
    if (at >= text.length)
      return data
    if (take(TABLE)) {
      isTop = false
      continue
    }
    const key = take(KEY)
    const found = key && value()
    if (found === undefined || !take(LINE_END))
      return undefined
    if (isTop)
      data[key![1] ?? key![2] ?? key![3]!] = found
  }
}

function unescaped(words: string): string {
  return words.replace(/\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|([ \t]*\r?\n\s*)|(.))/g, (_, short?: string, long?: string, end?: string, sign?: string) => {
    const code = Number.parseInt(short ?? long ?? '', 16)
    if (!Number.isNaN(code))
      return code <= 0x10FFFF ? String.fromCodePoint(code) : '\uFFFD'
    return end !== undefined ? '' : ESCAPES[sign!] ?? sign!
  })
}
