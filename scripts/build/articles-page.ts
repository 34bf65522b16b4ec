import { page } from './html-page.ts'
import { escapeHtml } from './html-text.ts'

/** An article as the page lists it: its folder, its title, and what it is written in. */
interface ListedArticle { name: string, title: string, language: string }

/**
 * The page that lists several articles.
 *
 * @param articles their folders and titles
 * @returns HTML that stands alone
 */
export function articlesPage(articles: ListedArticle[]): string {
  const language = articles[0]?.language ?? 'en'
  return page(language, 'Lectern', [`<style>${STYLE}</style>`], `
<main>
  <ul>
${articles.map(articleItem).join('\n')}
  </ul>
</main>`)
}

const STYLE = [
  'body{margin:12vh auto;max-width:40rem;padding:0 1.5rem;font:1.25rem/1.8 serif;color:#2b2320;background:#faf6ee}',
  'a{color:#9a1b1e}',
  'li{margin:.6em 0}',
].join('')

function articleItem({ name, title, language }: ListedArticle): string {
  const link = `<a href="${encodeURIComponent(name)}/index.html">${escapeHtml(title)}</a>`
  return `    <li lang="${escapeHtml(language)}">${link}</li>`
}
