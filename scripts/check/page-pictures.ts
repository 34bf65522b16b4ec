import type { SetPicture } from './types.ts'

/** Reads pictures. It runs in the page, and uses nothing outside itself. */
export function pagePictures(): (picture: Element) => SetPicture[] {
  /** What a screen reader says of a picture: nothing of one that is hidden, or that is a part of what has a name. */
  function readPicture(picture: Element): SetPicture[] {
    const hidden = '[aria-hidden="true"], [role="presentation"], img[role="none"], svg[role="none"]'
    const isHidden = picture.closest(hidden) ?? picture.parentElement!.closest('svg, a, button, [role="img"]')
    if (isHidden || picture.getClientRects().length === 0)
      return []
    const name = picture.getAttribute('src') ?? picture.tagName.toLowerCase()
    return [{ name, description: nameOfPicture(picture) }]
  }

  function nameOfPicture(picture: Element): string {
    const labelledBy = (picture.getAttribute('aria-labelledby') ?? '').split(' ')
    const labels = labelledBy.map(id => document.getElementById(id)?.textContent ?? '')
    const titled = picture.matches('figure') ? picture : picture.querySelector(':scope > title, :scope > desc')
    const names = [picture.getAttribute('aria-label'), ...labels, picture.getAttribute('alt'), titled?.textContent]
    return names.join(' ').trim()
  }

  return readPicture
}
