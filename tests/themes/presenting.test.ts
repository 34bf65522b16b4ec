import type { Press, Standing } from '../../themes/shared/composables/keys.ts'
import type { Timer } from '../../themes/shared/composables/timer.ts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { laterBy } from '../../themes/shared/composables/clock.ts'
import { askedBy } from '../../themes/shared/composables/keys.ts'
import { keepTimer, readTimer } from '../../themes/shared/composables/timer.ts'

const ALONE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false }
const press = (key: string, more: Partial<Press> = {}): Press => ({ key, ...ALONE, ...more })
const middle: Standing = { isBlack: false, isAtStart: false, isAtEnd: false }

describe('keys', () => {
  it.each<[string, Partial<Standing>, string | undefined]>([
    ['b', {}, 'black'],
    ['B', {}, 'black'],
    ['.', {}, 'black'],
    ['b', { isBlack: true }, 'light'],
    ['.', { isBlack: true, isAtEnd: true }, 'light'],
    ['PageDown', { isBlack: true, isAtEnd: true }, 'light'],
    ['PageUp', { isBlack: true }, 'light'],
    ['Escape', { isBlack: true }, 'light'],
    ['Escape', {}, undefined],
    ['f', { isBlack: true }, undefined],
    ['PageDown', {}, undefined],
    ['PageUp', {}, undefined],
    ['PageDown', { isAtEnd: true }, 'on'],
    ['ArrowRight', { isAtEnd: true }, 'on'],
    ['ArrowDown', { isAtEnd: true }, 'on'],
    [' ', { isAtEnd: true }, 'on'],
    ['PageUp', { isAtEnd: true }, undefined],
    ['PageUp', { isAtStart: true }, 'back'],
    ['ArrowLeft', { isAtStart: true }, 'back'],
    ['PageDown', { isAtStart: true }, undefined],
    [' ', { isAtStart: true }, undefined],
  ])('%s where %j: %s', (key, standing, asked) => {
    expect(askedBy(press(key), { ...middle, ...standing })).toBe(asked)
  })

  it('reads shift, and leaves what is held down or goes with another key', () => {
    expect(askedBy(press(' ', { shiftKey: true }), { ...middle, isAtStart: true, isAtEnd: true })).toBe('back')
    for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }])
      expect(askedBy(press('b', more), middle)).toBeUndefined()
  })
})

describe('cues', () => {
  it.each([['0:00', 600, '10:00'], ['4:05', 0, '4:05'], ['9:58', 3, '10:01'], ['59:30', 45, '1:00:15'], ['1:00:15', 60, '1:01:15'], ['75:00', 60, '1:16:00'], ['soon', 60, 'soon']])('%s, %i seconds later: %s', (clock, seconds, later) => {
    expect(laterBy(clock, seconds)).toBe(later)
  })
})

describe('the timer', () => {
  const HOUR = 60 * 60 * 1000
  const now = 100 * HOUR
  const timer = (status: Timer['status'], startedAt: number): Timer => ({ status, slides: {}, startedAt, pausedAt: 0 })
  afterEach(() => vi.unstubAllGlobals())

  it('is read where it is of this meeting', () => {
    expect(readTimer(null, now)).toBeUndefined()
    expect(readTimer(JSON.stringify(timer('running', now - HOUR)), now)).toEqual(timer('running', now - HOUR))
    expect(readTimer(JSON.stringify(timer('paused', now - 9 * HOUR)), now)).toBeUndefined()
    expect(readTimer(JSON.stringify(timer('stopped', 0)), now)).toEqual(timer('stopped', 0))
  })

  it('is kept when it changes, and only then; what another window told is not kept', () => {
    vi.stubGlobal('window', new EventTarget())
    const kept: string[] = []
    const storage = {
      getItem: () => kept.at(-1) ?? null,
      setItem: (_: string, value: string) => kept.push(value),
    } as unknown as Storage
    const told: Timer[] = []
    const { init } = keepTimer('key', storage)
    expect(init('title - drawings', () => {})).toBeUndefined()
    const write = init('title - shared', state => told.push(state.timer))!
    const running = timer('running', Date.now())
    write({ timer: running })
    write({ timer: running })
    write({ timer: running }, true)
    expect(told).toEqual([])
    // What is kept is newer than what a window tells that turned a slide at that moment.
    write({ timer: timer('stopped', 0) }, true)
    expect(kept).toEqual([JSON.stringify(running)])
    expect(told.splice(0)).toEqual([running])
    window.dispatchEvent(Object.assign(new Event('storage'), { key: 'other' }))
    expect(told).toEqual([])
    window.dispatchEvent(Object.assign(new Event('storage'), { key: 'key' }))
    expect(told).toEqual([running])
  })

  it('is a page\'s own where the browser keeps nothing', () => {
    vi.stubGlobal('window', new EventTarget())
    const write = keepTimer('key', undefined).init('title - shared', () => {})!
    expect(() => write({ timer: timer('running', now) })).not.toThrow()
  })
})
