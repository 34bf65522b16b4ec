import type { Voice, Wording } from '../messages/model.ts'
import { escapeHtml } from '../build/html-text.ts'
import { wording } from '../messages/wording.ts'

/**
 * A page in place of a deck that cannot be shown: it says why, and asks again each second, so that it shows the deck as
 * soon as that is mended.
 *
 * @param fault what is wrong
 * @param say puts it into the reader's language
 * @returns HTML
 */
export function faultPage(fault: Wording, say: Voice['say']): string {
  return `<!DOCTYPE html>
<meta charset="utf-8">
<meta http-equiv="refresh" content="1">
<title>Lectern</title>
<style>
body { max-width: 40em; margin: 15vh auto; padding: 0 2em; font: 20px/1.6 sans-serif; overflow-wrap: anywhere }
html { color: #222; background: #fff }
</style>
<h1>${say(wording('dev-fault-title'))}</h1>
<p>${escapeHtml(say(fault))}</p>
<p>${say(wording('dev-fault-wait'))}</p>
`
}
