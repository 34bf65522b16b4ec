import type { ResolvedSlidevOptions, SlideInfo } from '@slidev/types'
import type { LoadedDeck } from './decks.ts'
import { dirname } from 'node:path'
import { withPlainPath } from './plain-path.ts'

/** Decks that one build can make together. */
export interface DeckGroup {
  decks: LoadedDeck[]
  /** All of the article's decks. */
  article: LoadedDeck[]
  options: ResolvedSlidevOptions
}

/** What may differ between decks of one build: everything else that their headmatter says must be the same. */
const OWN_KEYS = [
  ...['title', 'titleTemplate', 'info', 'author', 'logo', 'keywords', 'duration', 'exportFilename', 'slidesTitle'],
  ...['id', 'layout', 'class', 'kicker', 'values', 'cue', 'next', 'background', 'hide', 'reset'],
]

/**
 * Groups decks by what their headmatter asks of the whole build, theme and ratio above all: usually all are one group.
 *
 * @param decks an article's decks
 * @returns groups, each with Slidev's options for all its slides in a row
 */
export async function groupDecks(decks: LoadedDeck[]): Promise<DeckGroup[]> {
  const groups = new Map<string, LoadedDeck[]>()
  for (const deck of decks) {
    const key = JSON.stringify(sharedOf(deck))
    groups.set(key, [...groups.get(key) ?? [], deck])
  }
  return Promise.all(Array.from(groups.values(), async (group): Promise<DeckGroup> => {
    const options = await resolveGroup(group)
    return { decks: group, article: decks, options }
  }))
}

/** What a deck's headmatter asks of the whole build, in the order of its keys. */
function sharedOf({ data }: LoadedDeck): [key: string, value: unknown][] {
  const shared = Object.entries(data.headmatter).filter(([key]) => !OWN_KEYS.includes(key))
  return shared.sort(([one], [other]) => one < other ? -1 : 1)
}

async function resolveGroup(decks: LoadedDeck[]): Promise<ResolvedSlidevOptions> {
  const { resolveOptions } = await import('@slidev/cli')
  const entry = decks[0]!.path
  const folder = dirname(entry)
  const options = inFolder(folder, await resolveOptions({ entry, routerMode: 'hash' }, 'build'))
  const { data } = options
  data.slides = decks.flatMap(deck => shownSlides(deck))
  for (const deck of decks) {
    Object.assign(data.markdownFiles, deck.data.markdownFiles)
    for (const [feature, used] of Object.entries(deck.data.features))
      Object.assign(data.features, used ? { [feature]: used } : {})
  }
  // Types in code blocks take a whole TypeScript to find: it is loaded for decks that ask for them.
  if (!data.slides.some(({ content }) => content.includes('twoslash')))
    data.config.twoslash = false
  // The print route is what the PDFs are made from.
  options.utils.define.__SLIDEV_FEATURE_PRINT__ = 'true'
  return withPlainPath(folder, options)
}

/**
 * Sets the folder that Slidev looks in. Slidev itself keeps the folder of the first deck that a process resolves for
 * all later ones: a second article would have the first one's styles.
 *
 * @param folder the decks' folder
 * @param options Slidev's options for one of them; their list of roots is changed in place
 * @returns the options for this folder
 */
export function inFolder(folder: string, options: ResolvedSlidevOptions): ResolvedSlidevOptions {
  const { clientRoot, roots, userRoot, utils } = options
  // In place: Slidev's own functions hold this list.
  roots.splice(roots.indexOf(userRoot), 1, folder)
  return { ...options, userRoot: folder, utils: { ...utils, iconsResolvePath: [clientRoot, ...roots].reverse() } }
}

/** A deck's slides; its first has the layout that Slidev gives a first slide. */
export function shownSlides(deck: LoadedDeck): SlideInfo[] {
  return deck.data.slides.map((slide, index) => index === 0 && !slide.frontmatter.layout ? asCover(slide) : slide)
}

function asCover(slide: SlideInfo): SlideInfo {
  return { ...slide, frontmatter: { ...slide.frontmatter, layout: 'cover' } }
}
