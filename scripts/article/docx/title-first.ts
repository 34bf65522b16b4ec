/** The lines above a title that has its style: 附件1, 内部资料, who issues the document. */
const ABOVE = /^((?:<p>(?:[^<]|<(?!\/?p>|img)[^>]*>)*<\/p>\n?){1,4})(<h1 class="title">.*?<\/h1>)/s
/** A longer line, or a sentence, is text, and what comes after it no title of it. */
const LONGEST = 40
const SENTENCE = /[。！？；]|[.!?](?:\s|$)/

/**
 * Sets a document's title above the few lines that stand before it, as a page's title: its style says that it is the
 * title, and none of them.
 *
 * @param html a document
 * @returns the same with its title first
 */
export function titleFirst(html: string): string {
  return html.replace(ABOVE, (all: string, above: string, title: string) => {
    const lines = above.split('</p>').map(line => line.replace(/<[^>]*>/g, '').trim())
    const areLines = lines.every(line => line.length <= LONGEST && !SENTENCE.test(line))
    return areLines ? title + above : all
  })
}
