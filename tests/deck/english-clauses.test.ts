import { describe, expect, it } from 'vitest'
import {
  announcesInEnglish,
  isElliptic,
  isGivenRoom,
  mainClauseEnd,
  pointsBack,
  tellsStory,
} from '../../scripts/deck/prose/english-clauses.ts'

describe('where an English main clause ends', () => {
  it.each([
    'I knew |it was steep',
    'I knew |the ford was steep',
    'I heard |what the other oar was doing',
    'There is the chart |I began in the winter',
    'It was the winter |my sister was ill',
    'She rowed on |because the lamp was out',
    'A keeper |who is tired sleeps',
    'The lamp burned |until the oil was gone',
    'The oars were dry |before she had asked',
  ])('%s', marked => expect(mainClauseEnd(marked.replace('|', ''))).toBe(marked.indexOf('|')))

  it.each([
    'An old rope is a patient thing',
    'The roof of my boat is green',
    'What is needed now is a second oar',
    'The keeper and I were late',
    'The old ferry is older than the bridge',
    'The boat left before dawn',
    'Perhaps she would row',
    'We are the keepers of the ford',
  ])('nowhere: %s', words => expect(mainClauseEnd(words)).toBe(words.length))
})

describe('what only announcesInEnglish', () => {
  it.each([
    'I want to begin with a letter',
    'Let me tell you about the ford, briefly',
    'So let me say it more simply',
    'I’d like to end with a question',
    'But let us start with the oars',
    'I promised the keepers something useful',
    'There is something else about the oar, which has to do with rain',
    'The table below sets out what each crossing took',
    'But here is what I learned later',
    'Now, the simple question',
  ])('it does: %s', words => expect(announcesInEnglish(words)).toBe(true))

  it.each([
    'I want a boat that floats',
    'Let the oars dry in the wind',
    'We will mend the roof in May',
    'There is something wrong with the oar',
    'The table is set for eight',
    'I told them about the ford',
    'The question is who pays',
  ])('it does not: %s', words => expect(announcesInEnglish(words)).toBe(false))
})

describe('what says next to nothing alone', () => {
  it.each([
    'I am not, yet',
    'Perhaps she would too',
    'I am not saying that the oar is better',
    'We don’t mean the old quay',
  ])('it does: %s', words => expect(isElliptic(words)).toBe(true))

  it.each([
    'The keepers of the ford deserve a rest',
    'There are nights that pass and nights that don’t',
    'I am not a keeper of lamps',
    'He told us what he would',
    'What I like about Ann is that she has no plan',
    'The lamp is on the quay',
  ])('it does not: %s', words => expect(isElliptic(words)).toBe(false))
})

describe('what is only given room', () => {
  it.each([
    ['Oars deserve a word', true],
    ['Mud deserves its own paragraph', true],
    ['The keepers of the ford deserve a rest', false],
    ['A word deserves to be kept', false],
  ])('%s: %s', (words, is) => expect(isGivenRoom(words)).toBe(is))
})

describe('a step of a story', () => {
  it.each([
    'I rode down to the ford in June',
    'I then walked home along the bank',
    'I was told to wait at the gate',
    'I heard what the oars were doing',
    'Three summers ago we bought a boat',
    'Last month she mended the oar',
  ])('it is: %s', words => expect(tellsStory(words)).toBe(true))

  it.each([
    'I had lost the boat, and in losing it I had found the river',
    'I know the river',
    'We mended eleven oars',
    'Last month the river froze',
    'Three summers ago the ford was closed',
    'I am a keeper',
  ])('it is none: %s', words => expect(tellsStory(words)).toBe(false))
})

describe('what points at what stands before it', () => {
  it.each([
    ['She crossed that ford at night', 1],
    ['These oars are heavy', 1],
    ['He left it at the gate', 1],
    ['I remember how cold that was', 1],
    ['The keeper lost his boat and found it again', 0.3],
    ['What I like about Ann is that she has no plan', 0.3],
    ['The ford is kinder, these days, to strangers', 0],
    ['The point is that the river rises', 0],
    ['A boat that has no keel turns over', 0],
    ['The keepers sleep this week in the barn', 0],
  ])('%s: %s', (words, most) => expect(pointsBack(words)).toBe(most))
})
