import { it } from 'vitest'
import { tryArticles } from '../support/fuzz.ts'

it('3,300 random articles (.md) keep the promises, or are refused with a message', () => {
  tryArticles('.md', 3_300)
}, 3_600_000)
