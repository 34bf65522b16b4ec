import type { Wording } from '../messages/model.ts'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { parse } from '@slidev/parser'
import { readRecord } from '../files/record.ts'
import { readText } from '../files/write.ts'
import { inEnglish, wording } from '../messages/wording.ts'
import { ROOT } from '../root.ts'
import { deckNames } from './deck-folders.ts'

/** What Slidev and Vite run of a folder of decks, beside the decks. */
const CODE = new RegExp(`^(?:${[
  'components|layouts|setup|snippets',
  String.raw`index\.html|package\.json|.+\.vue`,
  String.raw`(?:vite|uno|unocss)\.config\.\w+`,
].join('|')})$`)

/**
 * Says what of a folder runs when it is built or edited, where that is more than decks as `generate` makes them.
 *
 * @param folder such as `slides/NAME`
 * @returns one sentence that names it, and what to do; nothing for decks as they are generated
 */
export async function whatRuns(folder: string): Promise<Wording | undefined> {
  const record = await readRecord(folder)
  const decks = await deckNames(folder)
  const beside = (await readdir(folder)).filter(name => CODE.test(name)).sort()
  const inside: Wording[] = []
  for (const name of decks)
    inside.push(...await codeOf(join(folder, name), record?.options.theme))
  const once = new Map(inside.map(one => [inEnglish(one), one]))
  const named = [...(record ? [] : decks), ...beside, ...once.values()]
  if (named.length === 0)
    return undefined
  return wording(record ? 'what-runs' : 'what-runs-unknown', { folder, named })
}

/** What a deck brings: scripts of its own, a theme that is not Lectern's and was not asked for, addons. */
async function codeOf(path: string, asked: string | undefined): Promise<Wording[]> {
  const { slides } = await parse(await readText(path) ?? '', path)
  const { theme, addons } = slides[0]?.frontmatter ?? {}
  const isAsked = (name: string): boolean => asked !== undefined && basename(asked) === basename(name)
  const isStrange = typeof theme === 'string' && !await isOwn(theme, path) && !isAsked(theme)
  const scripts = slides.some(({ content }) => hasScript(content))
  return [
    ...(scripts ? [wording('runs-scripts', { file: basename(path) })] : []),
    ...(isStrange ? [wording('runs-theme', { theme })] : []),
    ...[addons ?? []].flat().filter(name => typeof name === 'string').map(name => wording('runs-addon', { name })),
  ]
}

/** Whether a slide has a script outside its blocks of code. */
function hasScript(content: string): boolean {
  let fence: string | undefined
  return content.split('\n').some((line) => {
    const mark = /^[ \t]*(```|~~~)/.exec(line)?.[1]
    if (mark !== undefined)
      fence = fenceAfter(mark, fence)
    return fence === undefined && /^[ \t]*<script\b/.test(line)
  })
}

/** The fence that is open after a mark: one opens a block, the same one ends it, and another is text in it. */
function fenceAfter(mark: string, open: string | undefined): string | undefined {
  if (open === undefined)
    return mark
  return open === mark ? undefined : open
}

/** One of Lectern's themes, wherever that is installed; none that stands among the decks. */
async function isOwn(theme: string, path: string): Promise<boolean> {
  const decks = resolve(dirname(path))
  const folder = resolve(decks, theme)
  if (!existsSync(join(ROOT, 'themes', basename(folder), 'package.json')) || folder.startsWith(decks + sep))
    return false
  const about = await readText(join(folder, '..', '..', 'package.json')).catch(() => undefined)
  return /"name":\s*"lectern"/.test(about ?? '')
}
