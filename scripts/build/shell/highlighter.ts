import type { ResolvedSlidevUtils } from '@slidev/types'
import type { Compiler } from './load.ts'

/** What Slidev's options have of what colours code. */
export type Highlighter = Pick<ResolvedSlidevUtils, 'shiki' | 'shikiOptions'>

/**
 * What colours code, as Slidev makes it for a theme: it is loaded where there is code.
 *
 * @param compiler the theme's shell's
 * @returns its part of Slidev's options
 */
export function lazyHighlighter({ shikiOptions }: Compiler): Highlighter {
  let loading: ReturnType<typeof load> | undefined
  const codeToHtml: Highlighter['shiki']['codeToHtml'] = async (code, options) => {
    loading ??= load()
    return (await loading).codeToHtml(code, options as never)
  }
  return { shiki: { codeToHtml }, shikiOptions: { ...shikiOptions() } } as Highlighter
}

async function load() {
  const [shiki, core, javascript] = await Promise.all([
    import('shiki'),
    import('shiki/core'),
    import('shiki/engine/javascript'),
  ])
  const create = core.createBundledHighlighter({
    engine: javascript.createJavaScriptRegexEngine,
    langs: shiki.bundledLanguages,
    themes: shiki.bundledThemes,
  })
  return core.createSingletonShorthands(create)
}
