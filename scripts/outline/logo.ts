import type { VFile } from 'vfile'
import type { PlacedImage } from '../article/images.ts'
import type { Outline } from './types.ts'
import { frontmatterOf, placeOfKey } from '../article/frontmatter.ts'
import { warn } from '../article/warn.ts'
import { wording } from '../messages/wording.ts'
import { isLogoBelow } from './talk.ts'

/**
 * The logo that a Markdown article names, before it is parsed.
 *
 * @param file the article
 * @returns a path below the article's folder; nothing where it names none, or names what it may not
 */
export function logoOf(file: VFile): string | undefined {
  const { logo } = frontmatterOf(file)
  return logo !== undefined && isLogoBelow(logo) ? logo : undefined
}

/**
 * A unified plugin that points the logo of an article to the file that decks show.
 *
 * @param placed what has become of it; without it, the logo stays as it is
 * @returns a transformer; the file has a message where the logo cannot be shown
 */
export function placeLogo(placed?: PlacedImage) {
  return (outline: Outline, file: VFile): Outline => {
    const { logo, ...talk } = outline.talk
    if (!placed || logo === undefined)
      return outline
    tellLogo(logo, placed, file, placeOfKey(file, 'logo'))
    file.data.outline = { ...outline, talk: { ...talk, ...('path' in placed && { logo: placed.path }) } }
    return file.data.outline as Outline
  }
}

/**
 * Says what of a logo is left out.
 *
 * @param logo its path
 * @param placed what has become of it
 * @param file the article, which gets the message
 * @param place where the article names it, where it does
 */
export function tellLogo(
  logo: string,
  placed: PlacedImage,
  file: VFile,
  place?: { line: number, column: number },
): void {
  if ('fault' in placed)
    warn(file, 'image', place, wording('logo-lost', { logo, fault: placed.fault }))
  else if (placed.left && placed.left.length > 0)
    warn(file, 'image', place, wording('logo-parts', { logo, parts: placed.left }))
}
