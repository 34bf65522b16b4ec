import { Buffer } from 'node:buffer'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from '../../scripts/article/decode.ts'

const TEXT = '渡口的灯是民国年间装上的，先是煤油灯，后来换成马灯。\n守灯的人换过四个，每个人都留下一本账。\n'
const TRADITIONAL = '渡口的燈是民國年間裝上的，先是煤油燈，後來換成馬燈。\n守燈的人換過四個，每個人都留下一本帳。\n'

describe('a damaged file', () => {
  it.each<[what: string, bytes: Uint8Array, encoding: string | undefined, line: number]>([
    ['GB18030 cut off in a character', iconv.encode(TEXT, 'gb18030').subarray(0, -4), undefined, 2],
    ['GB18030 with a bad byte', Buffer.concat([iconv.encode(TEXT, 'gb18030'), Uint8Array.from([0x81, 0x20, 0x0A]), iconv.encode(TEXT, 'gb18030')]), undefined, 3],
    ['GB18030 that is named', iconv.encode(TEXT, 'gb18030').subarray(0, -4), 'gb18030', 2],
    ['Big5 cut off in a character', iconv.encode(TRADITIONAL, 'big5').subarray(0, -4), undefined, 2],
    ['UTF-8 that is named', Buffer.concat([Buffer.from(TEXT), Uint8Array.from([0xFF])]), 'utf-8', 3],
  ])('is refused at its place: %s', (_, bytes, encoding, line) => {
    expect(() => decode(bytes, encoding)).toThrow(expect.objectContaining({ ruleId: 'encoding', line }) as Error)
  })

  it.each(['渡口\b的灯照着船，也照着人。', `${TEXT}\x01\x02`, '渡\x7F口的灯照着船'])('is read where it has a control character among many others: %j', (text) => {
    expect(decode(Buffer.from(text))).toEqual({ text, encoding: 'utf-8' })
  })
})

describe('signs of Big5', () => {
  it.each([
    ['of the WHATWG', iconv.encode('船上有①槳，②舵，③の字，⑴甲', 'big5')],
    ['of the older table', Buffer.concat([iconv.encode('船上有', 'big5'), Uint8Array.from([0xC7, 0xE9]), iconv.encode('槳，', 'big5'), Uint8Array.from([0xC7, 0xEA]), iconv.encode('舵，', 'big5'), Uint8Array.from([0xC7, 0xEB, 0xC6, 0xD2]), iconv.encode('字，', 'big5'), Uint8Array.from([0xC7, 0xF3]), iconv.encode('甲', 'big5')])],
  ])('%s', (_, bytes) => {
    expect(decode(bytes, 'big5').text).toBe('船上有①槳，②舵，③の字，⑴甲')
  })
})
