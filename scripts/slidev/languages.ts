import { bundledLanguagesInfo } from 'shiki/langs'

const KNOWN: ReadonlySet<string> = new Set(bundledLanguagesInfo.flatMap(({ id, aliases = [] }) => [id, ...aliases]))

/**
 * The language of a block of code as Slidev's highlighter knows it: it builds no deck that names another.
 *
 * @param name as an article names it; its case does not count
 * @returns the highlighter's name; nothing where it has none
 */
export function codeLanguage(name: string): string | undefined {
  const own = name.toLowerCase()
  return KNOWN.has(own) ? own : undefined
}
