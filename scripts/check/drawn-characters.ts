/**
 * Says of characters whether a font draws them. It runs in the page, and uses nothing outside itself.
 *
 * @returns whether a character, in a font as a canvas takes it, looks like anything but the box that fonts draw for
 *   what they lack
 */
export function drawnCharacters(): (character: string, font: string) => boolean {
  const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 40 })
  const pen = canvas.getContext('2d', { willReadFrequently: true })!
  const drawn = new Map<string, boolean>()
  const boxes = new Map<string, string>()

  function draw(character: string, font: string): string {
    pen.clearRect(0, 0, 40, 40)
    pen.font = font
    pen.fillText(character, 2, 32)
    return pen.getImageData(0, 0, 40, 40).data.filter((_, index) => index % 4 === 3).join()
  }

  /** What a font draws for a character that none has. */
  function lacking(font: string): string {
    if (!boxes.has(font))
      boxes.set(font, draw('\u{10FFFD}', font))
    return boxes.get(font)!
  }

  return (character, font) => {
    if (/[\p{Z}\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]/u.test(character))
      return true
    const key = `${font}${character}`
    if (!drawn.has(key))
      drawn.set(key, draw(character, font) !== lacking(font))
    return drawn.get(key)!
  }
}
