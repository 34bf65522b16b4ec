import { expect, it } from 'vitest'
import { conditionOf } from '../../scripts/build/http/conditions.ts'
import { rangeOf } from '../../scripts/build/http/range.ts'

const SIZE = 10

it.each([
  ['the first byte', 'bytes=0-0', { start: 0, end: 0 }],
  ['the last byte', 'bytes=9-9', { start: 9, end: 9 }],
  ['all that follows', 'bytes=4-', { start: 4, end: 9 }],
  ['more than there is', 'bytes=4-99999999999999999999', { start: 4, end: 9 }],
  ['bytes from the end', 'bytes=-5', { start: 5, end: 9 }],
  ['more from the end than there are', 'bytes=-50', { start: 0, end: 9 }],
  ['none from the end', 'bytes=-0', 'none'],
  ['what begins after the end', 'bytes=10-', 'none'],
  ['what begins far after the end', `bytes=${'9'.repeat(400)}-`, 'none'],
  ['a unit in capitals', 'Bytes=1-2', { start: 1, end: 2 }],
  ['blanks around a range', 'bytes= 1-2 ', { start: 1, end: 2 }],
  ['an end before the beginning', 'bytes=5-2', undefined],
  ['two ranges', 'bytes=0-0,-1', undefined],
  ['overlapping ranges', 'bytes=0-5,3-9', undefined],
  ['no range', 'abc', undefined],
  ['no unit', '1-2', undefined],
  ['another unit', 'items=1-2', undefined],
  ['no place', 'bytes=-', undefined],
  ['no number', 'bytes=a-b', undefined],
  ['a number of another kind', 'bytes=0x1-0x2', undefined],
  ['signs', 'bytes=+1-+2', undefined],
  ['three places', 'bytes=1-2-3', undefined],
  ['nothing', undefined, undefined],
])('reads a Range header that names %s', (_, header, part) => expect(rangeOf(header, SIZE)).toEqual(part))

it.each([['bytes=0-', 'none'], ['bytes=-5', undefined], ['bytes=-0', 'none'], ['bytes=0-0', 'none']])('has no part of an empty file: %s', (header, part) => expect(rangeOf(header, 0)).toEqual(part))

const file = { etag: 'W/"a-1"', modified: new Date('2020-01-02T03:04:05.678Z') }
const SAME = 'Thu, 02 Jan 2020 03:04:05 GMT'
const BEFORE = 'Thu, 02 Jan 2020 03:04:04 GMT'

it.each([
  ['nothing', {}, undefined],
  ['its tag', { 'if-none-match': 'W/"a-1"' }, 304],
  ['its tag without the mark of a weak one', { 'if-none-match': '"a-1"' }, 304],
  ['its tag among others', { 'if-none-match': '"x", W/"a-1"' }, 304],
  ['any tag', { 'if-none-match': '*' }, 304],
  ['another tag', { 'if-none-match': '"x"' }, undefined],
  ['half a tag', { 'if-none-match': '"' }, undefined],
  ['another tag, though the date is the same', { 'if-none-match': '"x"', 'if-modified-since': SAME }, undefined],
  ['its date', { 'if-modified-since': SAME }, 304],
  ['an earlier date', { 'if-modified-since': BEFORE }, undefined],
  ['no date', { 'if-modified-since': 'x' }, undefined],
  ['any tag, to be matched', { 'if-match': '*' }, undefined],
  ['its tag, to be matched strongly', { 'if-match': 'W/"a-1"' }, 412],
  ['another tag, to be matched', { 'if-match': '"x"' }, 412],
  ['its date, not to be changed since', { 'if-unmodified-since': SAME }, undefined],
  ['an earlier date, not to be changed since', { 'if-unmodified-since': BEFORE }, 412],
  ['no date, not to be changed since', { 'if-unmodified-since': 'x' }, undefined],
  ['a failed match before its tag', { 'if-match': '"x"', 'if-none-match': '*' }, 412],
] as const)('weighs a condition that names %s', (_, headers, status) => expect(conditionOf(headers, file)).toBe(status))
