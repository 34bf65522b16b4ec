import type { Plugin } from 'vite'
import { existsSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'

/**
 * A Vite plugin that builds the logo of a deck in: the `logo` of a slide's frontmatter is the path of a picture,
 * relative to the deck. Slidev takes addresses in frontmatter as they are, which lead nowhere from a page that is built
 * elsewhere.
 *
 * @returns the plugin
 */
export function deckLogo(): Plugin {
  return {
    name: 'lectern:logo',
    transform: { order: 'pre', handler(code, id) {
      const deck = /^(.*)__slidev_\d+\.frontmatter$/.exec(id)?.[1]
      const [line, json] = /^export const frontmatterData = (\{.*\})$/m.exec(code) ?? []
      if (deck === undefined || line === undefined || json === undefined)
        return undefined
      const { logo } = JSON.parse(json) as { logo?: unknown }
      if (typeof logo !== 'string' || /^(?:[a-z][a-z\d+.-]*:|\/)/i.test(logo))
        return undefined
      const path = resolve(dirname(deck), logo)
      if (!existsSync(path))
        return undefined
      const address = JSON.stringify(`${path.split(sep).join('/')}?url`)
      const own = `import deckLogo from ${address}\nexport const frontmatterData = { ...${json}, logo: deckLogo }`
      return { code: code.replace(line, () => own), map: { mappings: '' } }
    } },
  }
}
