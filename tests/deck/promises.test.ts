import { describe, expect, it } from 'vitest'
import { DENSITIES, RATIOS } from '../../scripts/deck/types.ts'
import { article, sample } from '../support/articles.ts'
import { noteText, squeeze } from '../support/promises.ts'
import { verifyDecks } from '../support/verify.ts'

describe('decks of the sample', () => {
  it.each(DENSITIES.flatMap(density => RATIOS.map(ratio => ({ density, ratio }))))('keep the promises at $density and $ratio', (options) => {
    const decks = verifyDecks(sample(), options)
    expect(decks).toHaveLength(3)
  })
})

describe('an article that is one part without a heading', () => {
  it('names its slides by the article, not by a clause of its text', () => {
    const text = '渡口的一年\n\n春天，守灯的人把船拖上岸，补好了三处裂缝。夏天，船每天开九班，一班也没有停。\n\n秋天，水退了。桥在冬天以前修好了一半。\n'
    const [deck] = verifyDecks(article(text, '.txt'))
    const kickers = deck!.map(({ frontmatter }) => frontmatter.kicker)
      .filter(kicker => kicker !== undefined)
      .map(String)
    expect(deck![0]!.content.trim()).toBe('# 渡口的一年')
    expect(new Set(kickers)).toEqual(new Set(['渡口的一年']))
  })
})

describe('a title that is too long for a slide', () => {
  const long = `（${'人民。人民人民人民，'.repeat(9)}人民）人民`
  const notes = (text: string, ending: '.md' | '.txt'): string => verifyDecks(article(text, ending)).flat().map(({ note }) => squeeze(noteText(note))).join('')

  it('is said once where it is a guess from the text that follows', () => {
    expect(notes(`${long}\n\n学习。`, '.txt')).toBe(`${long}学习。`)
  })

  it('is said where it is the article\'s own', () => {
    expect(notes(`# ${long}\n\n学习。`, '.md')).toBe(`${long}学习。`)
    expect(notes(`# 题目\n\n## ${long}\n\n学习。`, '.md')).toBe(`${long}学习。`)
  })
})
