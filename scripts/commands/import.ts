import type { Console } from './console.ts'
import { basename, dirname, extname, resolve } from 'node:path'
import { Failure } from '../failure.ts'
import { readArticle } from '../files/article.ts'
import { refuseOutside } from '../files/folder.ts'
import { readImages } from '../files/images.ts'
import { writeAll } from '../files/write.ts'
import { wording } from '../messages/wording.ts'
import { imagesOf, markdownOf } from '../pipeline.ts'
import { reportMessages } from './console.ts'

/**
 * Writes an article as Markdown with the headings that were inferred, for a person to correct.
 *
 * @param path the article
 * @param flags what a person asked for
 * @param flags.output the Markdown file; pictures go to a folder of its name beside it. Without it the Markdown is
 *   printed, pictures and all
 * @param flags.encoding the article's encoding
 * @param terminal where results and messages go
 * @throws Failure for an article that cannot be read, and for a file that cannot be written
 */
export async function importArticle(
  path: string,
  flags: { output?: string, encoding?: string },
  terminal: Console,
): Promise<void> {
  const { output } = flags
  if (output !== undefined && extname(output) !== '.md') {
    const name = basename(output, extname(output)) || 'article'
    throw new Failure(wording('import-ending', { path: output, name }), 2)
  }
  if (output !== undefined && resolve(output) === resolve(path))
    throw new Failure(wording('import-itself', { path: output }), 2)
  const article = await readArticle(path, { given: flags.encoding })
  if (output === undefined) {
    const markdown = markdownOf(article.file)
    reportMessages(article, terminal)
    terminal.log(markdown.trimEnd())
    return
  }
  const folder = dirname(output)
  const images = await readImages(imagesOf(article.file), dirname(path), folder, `${basename(output, '.md')}-images`)
  const markdown = markdownOf(article.file, images.placed)
  reportMessages(article, terminal)
  await refuseOutside(folder, images.outputs.map(({ path }) => path))
  await writeAll([...images.outputs, { path: output, content: markdown }])
  terminal.log(output)
}
