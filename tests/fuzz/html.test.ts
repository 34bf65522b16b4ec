import { it } from 'vitest'
import { tryArticles } from '../support/fuzz.ts'

it('1,500 random articles (.html) keep the promises, or are refused with a message', () => {
  tryArticles('.html', 1_500)
}, 3_600_000)
