import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from '../../scripts/article/decode.ts'
import { SAMPLE } from '../support/articles.ts'

const TEXT = '人民是天，2021年。\nWater is life.\n'

describe('decode', () => {
  it.each([
    ['utf-8', Buffer.from(TEXT)],
    ['utf-8', Buffer.from(`\uFEFF${TEXT}`)],
    ['utf-16le', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['utf-16le', Buffer.from(TEXT, 'utf16le')],
    ['utf-16be', Buffer.from(TEXT, 'utf16le').swap16()],
  ])('reads %s', (encoding, bytes) => {
    expect(decode(bytes)).toEqual({ text: TEXT, encoding })
  })

  it('reads GB18030', () => {
    // 人民 in GB 2312.
    expect(decode(Uint8Array.from([0xC8, 0xCB, 0xC3, 0xF1]))).toEqual({ text: '人民', encoding: 'gb18030' })
  })

  it.each([
    ['gb18030', 'Traditional characters too: 永遠', [0xD3, 0xC0, 0xDF, 0x68]],
    ['big5', '永遠保持', [0xA5, 0xC3, 0xBB, 0xB7, 0xAB, 0x4F, 0xAB, 0xF9]],
    ['big5', '人民是天。', [0xA4, 0x48, 0xA5, 0xC1, 0xAC, 0x4F, 0xA4, 0xD1, 0xA1, 0x43]],
    ['gb18030', '人民是天。', [0xC8, 0xCB, 0xC3, 0xF1, 0xCA, 0xC7, 0xCC, 0xEC, 0xA1, 0xA3]],
  ])('tells %s from its like: %s', (encoding, said, bytes) => {
    const decoded = decode(Uint8Array.from(bytes))
    expect(decoded.encoding).toBe(encoding)
    expect(said.endsWith(decoded.text)).toBe(true)
  })

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030'])('reads a whole article in %s, without a byte order mark', (encoding) => {
    const text = readFileSync(SAMPLE, 'utf8')
    expect(decode(iconv.encode(text, encoding, { addBOM: false }))).toEqual({ text, encoding })
  })

  it.each(['utf-16le', 'utf-16be', 'gb18030', 'big5'])('reads traditional characters, indents and CRLF in %s', (encoding) => {
    const text = '　　一個政黨，一個政權，其前途和命運最終取決於人心向背。\r\n　　一切為了人民，一切依靠人民。\r\n'
    expect(decode(iconv.encode(text, encoding, { addBOM: false }))).toEqual({ text, encoding })
  })

  it.each<[what: string, bytes: Uint8Array, said: RegExp, line: number, column: number]>([
    ['a control character', Buffer.from('人民\n是\x01天'), /^this is a control character in a text in UTF-8/, 2, 2],
    ['bytes of another encoding in the middle', Buffer.concat([Buffer.from('人民是天。'.repeat(10)), Uint8Array.from([0xC8]), Buffer.from('人民是天。'.repeat(10))]), /^these bytes are not UTF-8/, 1, 51],
    ['half a character at the end', Buffer.from('人民是天。'.repeat(10)).subarray(0, -1), /^the text ends in the middle of a character/, 1, 50],
  ])('refuses UTF-8 with %s, at its place', (_, bytes, said, line, column) => {
    expect(() => decode(bytes)).toThrow(expect.objectContaining({ ruleId: 'encoding', reason: expect.stringMatching(said) as string, line, column }) as Error)
  })

  it('reads what the West writes, its quotation marks too', () => {
    expect(decode(Uint8Array.from([0x93, 0x61, 0x94]), 'windows-1252').text).toBe('“a”')
  })

  it('believes what a page says of itself, unless it is UTF-8', () => {
    expect(decode(Uint8Array.from([0x82, 0xA0]), undefined, 'shift_jis')).toEqual({ text: 'あ', encoding: 'shift_jis' })
    expect(decode(Uint8Array.from([0xC8, 0xCB]), undefined, 'gb2312')).toEqual({ text: '人', encoding: 'gb18030' })
    expect(decode(Buffer.from('人'), undefined, 'gb2312')).toEqual({ text: '人', encoding: 'utf-8' })
  })

  it('takes the encoding that is named', () => {
    expect(decode(Uint8Array.from([0xA4, 0x48, 0xA5, 0xC1]), 'big5')).toEqual({ text: '人民', encoding: 'big5' })
  })

  it.each([
    ['bytes that fit none', Uint8Array.from([0xFF, 0x81, 0xFF, 0x20, 0xFF]), undefined, /none of UTF-8, UTF-16, GB18030 and Big5/],
    ['Western text, by name', Buffer.from('\x93Water is life,\x94 he said \x97 and it\x92s true. Caf\xE9 is na\xEFve. '.repeat(3), 'latin1'), undefined, /look like windows-1252.*--encoding windows-1252/],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]), undefined, /the bytes are/],
    ['an encoding that does not fit', Uint8Array.from([0xC8, 0xCB]), 'utf-8', /not utf-8/],
    ['a binary file, whatever encoding is named', Uint8Array.from([0x50, 0x4B, 3, 4, 0, 0, 0, 1]), 'windows-1252', /this is a binary file/],
    ['an encoding that is none', Uint8Array.from([0x41]), 'klingon', /no encoding `klingon`/],
  ])('refuses %s', (_, bytes, encoding, message) => {
    expect(() => decode(bytes, encoding)).toThrow(message)
  })
})
