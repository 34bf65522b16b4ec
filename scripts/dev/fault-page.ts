import { escapeHtml } from '../build/html-text.ts'

/**
 * A page in place of a deck that cannot be shown: it says why, and asks again each second, so that it shows the deck as soon as that is mended.
 *
 * @param fault what is wrong
 * @returns HTML
 */
export function faultPage(fault: string): string {
  return `<!DOCTYPE html>
<meta charset="utf-8">
<meta http-equiv="refresh" content="1">
<title>Lectern</title>
<style>body { max-width: 40em; margin: 15vh auto; padding: 0 2em; font: 20px/1.6 sans-serif; color: #222; background: #fff; overflow-wrap: anywhere }</style>
<h1>This deck cannot be shown</h1>
<p>${escapeHtml(fault)}</p>
<p>It is shown as soon as its file is saved without this.</p>
`
}
