import type { ResolvedSlidevUtils } from '@slidev/types'
import type { Compiler } from './load.ts'

/**
 * What colours code, as Slidev makes it for a theme: it is loaded where there is code.
 *
 * @param compiler the theme's shell's
 * @returns what Slidev's options have of it
 */
export function lazyHighlighter({ shikiOptions }: Compiler): Pick<ResolvedSlidevUtils, 'shiki' | 'shikiOptions'> {
  let loading: ReturnType<typeof load> | undefined
  const shiki = { codeToHtml: async (...parts: Parameters<Awaited<ReturnType<typeof load>>['codeToHtml']>) => (await (loading ??= load())).codeToHtml(...parts) }
  return { shiki, shikiOptions: { ...shikiOptions() } } as unknown as Pick<ResolvedSlidevUtils, 'shiki' | 'shikiOptions'>
}

async function load() {
  const [{ bundledLanguages, bundledThemes }, { createBundledHighlighter, createSingletonShorthands }, { createJavaScriptRegexEngine }] = await Promise.all([
    import('shiki'),
    import('shiki/core'),
    import('shiki/engine/javascript'),
  ])
  return createSingletonShorthands(createBundledHighlighter({ engine: createJavaScriptRegexEngine, langs: bundledLanguages, themes: bundledThemes }))
}
