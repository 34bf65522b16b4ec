import { inRoom } from '../types.ts'

/** Clauses, sentences, phrases, time: what is known of Chinese and English. */
export const LANGUAGE = inRoom('language', [
  {
    name: 'a clause is cut at 、',
    file: 'scripts/language/clauses.ts',
    replace: `return mark === '，' ||`,
    by: `return mark === '，' || mark === '、' ||`,
    tests: ['tests/language/clauses.test.ts'],
  },
  {
    name: 'an English clause is cut at every comma',
    file: 'scripts/language/clauses.ts',
    replace: `/^\\s+(?:and|but`,
    by: `/^\\s+(?:\\w+|and|but`,
    tests: ['tests/language/clauses.test.ts'],
  },
  {
    name: 'a sentence is cut inside quotation marks',
    file: 'scripts/language/sentences.ts',
    replace: `else if (depths[index] === 0)`,
    by: `else`,
    tests: ['tests/language/sentences.test.ts'],
  },
  {
    name: 'a book\'s title that asks ends the sentence',
    file: 'scripts/language/sentences.ts',
    replace: `/[》〉]/.test(mark)`,
    by: `/[〉]/.test(mark)`,
    tests: ['tests/language/sentences.test.ts'],
  },
  {
    name: 'Mr. ends a sentence',
    file: 'scripts/language/sentences.ts',
    replace: `(?:Mr|Mrs|`,
    by: `(?:Mrs|`,
    tests: ['tests/language/sentences.test.ts'],
  },
  {
    name: 'what somebody should say is taken for what they said',
    file: 'scripts/language/speech.ts',
    replace: `NOT_A_REPORT.test(attribution)`,
    by: `attribution === ''`,
    tests: ['tests/language/speech.test.ts'],
  },
  {
    name: 'a line breaks within a short quotation',
    file: 'scripts/language/phrases.ts',
    replace: `const LONGEST_QUOTED = 8`,
    by: `const LONGEST_QUOTED = 0`,
    tests: ['tests/language/phrases.test.ts'],
  },
  {
    name: 'a text takes twice the minutes',
    file: 'scripts/language/measure.ts',
    replace: `const HAN_PER_MINUTE = 220`,
    by: `const HAN_PER_MINUTE = 110`,
    tests: ['tests/language/measure.test.ts'],
  },
  {
    name: 'the tenth part is 第一十部分',
    file: 'scripts/language/labels.ts',
    replace: `value >= 10 && value < 20`,
    by: `value > 10 && value < 20`,
    tests: ['tests/language/labels.test.ts'],
  },
])
