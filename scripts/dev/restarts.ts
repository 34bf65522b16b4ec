import type { SlidevData } from '@slidev/types'
import type { ViteDevServer } from 'vite'
import { existsSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { DECK_NAME } from '../slidev/names.ts'

/** Slidev's own list: what of a deck's headmatter only a new start takes in. */
const FIELDS = ['theme', 'addons', 'monaco', 'routerMode', 'fonts', 'css', 'mdc', 'editor', 'seoMeta'] as const
const FEATURES = ['katex', 'monaco'] as const

/** Slidev's own list: which files of a deck's folder, and of its theme's, only a new start takes in. */
const FILES = [
  /^setup\/(?:shiki|katex|preparser|transformers|unocss|vite-plugins)\.ts$/,
  /^(?:uno|unocss)\.config\.ts$/,
  /^vite\.config\.m?[jt]s$/,
]

/** What of a deck decides whether its server starts anew. */
type Settings = Pick<SlidevData, 'config' | 'features'>

/**
 * Finds what only a new start of Slidev's server takes in.
 *
 * @param before the deck as the server has it
 * @param now the deck as it is
 * @returns the setting; nothing where there is none
 */
export function restartingSetting(before: Settings, now: Settings): string | undefined {
  const valueOf = ({ config }: Settings, field: typeof FIELDS[number]): string | undefined =>
    JSON.stringify(field === 'addons' ? config.addons ?? [] : config[field])
  return FIELDS.find(field => valueOf(now, field) !== valueOf(before, field))
    ?? FEATURES.find(feature => now.features[feature] && !before.features[feature])
}

/** Whom to tell what. */
interface Told {
  /** Something changed that only a new start takes in. */
  restart: (what: string) => void
  /** The deck's file is not there any more. */
  gone: () => void
}

/**
 * Watches what stands beside a deck while Slidev's server shows it: a deck that changes, comes or goes may be its next
 * one or the one before; a set-up file asks for a new start.
 *
 * @param vite Slidev's server
 * @param entry the deck's file
 * @param roots the folders that Slidev takes set-ups from
 * @param told whom to tell what
 */
export function watchBeside({ watcher }: ViteDevServer, entry: string, roots: string[], told: Told): void {
  const isRestarting = (file: string): boolean => roots.some((root) => {
    const name = relative(root, file).replaceAll('\\', '/')
    return FILES.some(pattern => pattern.test(name))
  })
  const own = roots.filter(root => !root.includes('node_modules'))
  const setUps = own.flatMap(root => ['setup', 'vite.config.ts', 'uno.config.ts'].map(name => join(root, name)))
  watcher.add(setUps.filter(existsSync))
  watcher.on('all', (event, path) => {
    const file = resolve(path)
    if (file === entry) {
      if (event === 'unlink')
        told.gone()
    }
    else if (isRestarting(file)) {
      told.restart(basename(file))
    }
    else if (dirname(file) === dirname(entry) && DECK_NAME.test(basename(file))) {
      watcher.emit('change', entry)
    }
  })
}
