import type { SlidevPluginOptions } from '@slidev/types'
import type { InlineConfig } from 'vite'
import { loadConfigFromFile, mergeConfig } from 'vite'

/**
 * The Vite configuration that a theme and the decks' folder bring along, as Slidev reads it.
 *
 * @param roots Slidev's roots: the theme's folder, addons', the decks'
 * @param command what it is for
 * @returns one configuration
 */
export async function rootConfigs(
  roots: string[],
  command: 'build' | 'serve',
): Promise<InlineConfig & { slidev?: SlidevPluginOptions }> {
  const env = { command, mode: command === 'build' ? 'production' : 'development' }
  let config: InlineConfig = {}
  for (const root of roots) {
    // Vite's other loaders write beside the file, and the folder of an installed theme may belong to somebody else.
    const loaded = await loadConfigFromFile(env, undefined, root, 'error', undefined, 'runner')
    if (loaded)
      config = mergeConfig(config, loaded.config)
  }
  return config
}
