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
  const codeToHtml: Highlighter['shiki']['codeToHtml'] = async (code, options) => (await (loading ??= load())).codeToHtml(code, options as never)
  return { shiki: { codeToHtml }, shikiOptions: { ...shikiOptions() } } as Highlighter
}

async function load() {
  const [{ bundledLanguages, bundledThemes }, { createBundledHighlighter, createSingletonShorthands }, { createJavaScriptRegexEngine }] = await Promise.all([
    import('shiki'),
    import('shiki/core'),
    import('shiki/engine/javascript'),
  ])
  const create = createBundledHighlighter({ engine: createJavaScriptRegexEngine, langs: bundledLanguages, themes: bundledThemes })
  return createSingletonShorthands(create)
}
