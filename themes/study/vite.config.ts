import { defineConfig } from 'vite'
import { markdownSetup } from './markdown/setup.ts'

// Slidev loads this file from a theme's folder: the theme's typography comes along wherever a deck is opened.
export default defineConfig({
  slidev: {
    markdown: {
      // An article's address is text; a link is one only where its Markdown says so.
      markdownOptions: { linkify: false },
      markdownSetup,
    },
  },
})
