import { defineShikiSetup } from '@slidev/types'

/** Colours for code that can be read from the last row: 4.5:1 and more on white (WCAG 2.2, 1.4.3). */
export default defineShikiSetup(() => ({ theme: 'github-light-high-contrast' }))
