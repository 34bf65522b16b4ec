import { escapeHtml } from './html-text.ts'

/**
 * Writes a page of HTML.
 *
 * @param language what it is written in
 * @param title its title, as text
 * @param head elements for its head
 * @param body its content, as HTML
 * @returns the page
 */
export function page(language: string, title: string, head: string[], body: string): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
${head.join('\n')}
</head>
<body>${body}
</body>
</html>
`
}
