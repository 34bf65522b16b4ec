import { defineShikiSetup } from '@slidev/types'

// Colours for code that can be read from the last row: 4.5:1 and more on white (WCAG 2.2, 1.4.3).
const theme = 'github-light-high-contrast'

/** However busy the machine is, each line has all its colours: Shiki would give a line up after half a second. */
const tokenizeTimeLimit = 0

export default defineShikiSetup(() => ({ theme, tokenizeTimeLimit }))
