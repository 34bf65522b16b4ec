import { it } from 'vitest'
import { tryArticles } from '../support/fuzz.ts'

it('4,500 random articles (.txt) keep the promises, or are refused with a message', () => {
  tryArticles('.txt', 4_500)
}, 3_600_000)
