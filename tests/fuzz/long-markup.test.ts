import { describe } from 'vitest'
import { tryLong } from '../support/long.ts'

describe('markup of a megabyte or more keeps the promises, or is refused with a message', () => tryLong('.md', '.html'))
