import type { CDPSession, Page } from 'playwright-core'

interface PlatformFont { familyName: string, isCustomFont: boolean, glyphCount: number }

/**
 * Finds text that a font of this machine draws. Chromium says for each element which fonts drew its text.
 *
 * @param page a page on a deck's print route
 * @returns for each slide the texts, with the font's name
 */
export async function foreignTexts(page: Page): Promise<{ text: string, font: string }[][]> {
  const session = await page.context().newCDPSession(page)
  // What KaTeX writes beside a formula for screen readers is on the page, and is not seen.
  const unseen = await page.addStyleTag({ content: '.katex-mathml { display: none }' })
  try {
    await session.send('DOM.enable')
    await session.send('CSS.enable')
    const { root } = await session.send('DOM.getDocument', { depth: 0 })
    const slides = { nodeId: root.nodeId, selector: '.print-slide-container' }
    const { nodeIds } = await session.send('DOM.querySelectorAll', slides)
    return await Promise.all(nodeIds.map(nodeId => foreignIn(session, nodeId)))
  }
  finally {
    await unseen.evaluate(element => (element as Element).remove())
    await session.detach()
  }
}

/** The elements with a machine's font in them that have none below them: the nearest to the text. */
async function foreignIn(session: CDPSession, nodeId: number): Promise<{ text: string, font: string }[]> {
  // Each is asked for itself: Chromium looks no more than a few levels down.
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId, selector: '*' })
  const fonts = new Map(await Promise.all(nodeIds.map(async id => [id, (await machineFonts(session, id))[0]] as const)))
  const found: { text: string, font: string }[] = []
  for (const [id, font] of fonts) {
    if (font === undefined)
      continue
    const { nodeIds: below } = await session.send('DOM.querySelectorAll', { nodeId: id, selector: '*' })
    if (below.some(inner => fonts.get(inner) !== undefined))
      continue
    const { outerHTML } = await session.send('DOM.getOuterHTML', { nodeId: id })
    found.push({ text: outerHTML.replace(/<[^>]*>/g, ''), font })
  }
  return found
}

async function machineFonts(session: CDPSession, nodeId: number): Promise<string[]> {
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId }) as { fonts: PlatformFont[] }
  return fonts.filter(font => !font.isCustomFont && font.glyphCount > 0).map(font => font.familyName)
}
