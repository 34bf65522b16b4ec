import { defineConfig } from 'vite'
import { markdownSetup } from '../shared/markdown/setup.ts'
import { deckLogo } from '../shared/setup/logo.ts'

// Slidev loads this file from a theme's folder: the theme's typography comes along wherever a deck is opened.
export default defineConfig({
  plugins: [deckLogo()],
  slidev: {
    markdown: {
      // Words stay as they are written: no -- becomes a dash, no (c) a sign, no address a link that its Markdown does
      // not make.
      markdownOptions: { linkify: false, typographer: false },
      markdownSetup,
    },
  },
})
