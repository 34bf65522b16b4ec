import { describe, expect, it } from 'vitest'
import { decode } from '../../scripts/article/decode.ts'

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

  it('takes the encoding that is named', () => {
    expect(decode(Uint8Array.from([0xA4, 0x48, 0xA5, 0xC1]), 'big5')).toEqual({ text: '人民', encoding: 'big5' })
  })

  it.each([
    ['bytes that fit none', Uint8Array.from([0xFF, 0x81, 0xFF, 0x20, 0xFF]), undefined, /expected UTF-8, UTF-16 or GB18030/],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]), undefined, /Unexpected bytes/],
    ['an encoding that does not fit', Uint8Array.from([0xC8, 0xCB]), 'utf-8', /not utf-8/],
    ['an encoding that is none', Uint8Array.from([0x41]), 'klingon', /Unexpected encoding `klingon`/],
  ])('refuses %s', (_, bytes, encoding, message) => {
    expect(() => decode(bytes, encoding)).toThrow(message)
  })
})
