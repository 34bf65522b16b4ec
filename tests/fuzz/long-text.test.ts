import { describe } from 'vitest'
import { tryLong } from '../support/long.ts'

describe('texts of a megabyte or more keep the promises, or are refused with a message', () => tryLong('.txt'))
