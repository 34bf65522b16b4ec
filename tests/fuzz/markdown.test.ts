import { it } from 'vitest'
import { tryArticles } from '../support/fuzz.ts'

it('4,000 random articles (.md) keep the promises, or are refused with a message', () => {
  tryArticles('.md', 4_000)
}, 3_600_000)
