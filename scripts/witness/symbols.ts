/** The letters of the font Symbol, in the order of A to Z and of a to z (Adobe, “Symbol Encoding”). */
const CAPITALS = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'
const SMALL = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'
/** Its signs that may stand between digits. */
const SIGNS: Readonly<Record<number, string>> = {
  0x2B: '+', 0x2D: '−', 0x3C: '<', 0x3D: '=', 0x3E: '>',
  0xA3: '≤', 0xB1: '±', 0xB3: '≥', 0xB4: '×', 0xB8: '÷', 0xB9: '≠', 0xBB: '≈',
}

/**
 * The character of a sign of the font Symbol (ECMA-376 1, 17.3.3.30), where it is a letter, a digit or a sign between
 * digits: others are no words.
 *
 * @param attributes those of the tag `w:sym`
 * @returns the character, or nothing
 */
export function symbolOf(attributes: string): string {
  const font = /w:font="([^"]*)"/.exec(attributes)?.[1]
  const code = Number.parseInt(/w:char="(?:F0)?([\da-f]{2})"/i.exec(attributes)?.[1] ?? '', 16)
  if (font !== 'Symbol' || Number.isNaN(code))
    return ''
  if (code >= 0x30 && code <= 0x39)
    return String.fromCharCode(code)
  return CAPITALS[code - 0x41] ?? SMALL[code - 0x61] ?? SIGNS[code] ?? ''
}
