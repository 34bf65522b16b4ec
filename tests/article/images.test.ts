import type { Paragraph } from 'mdast'
import type { PlacedImage } from '../../scripts/article/images.ts'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { imagesIn, imageUrls, placeImages, resolveImages } from '../../scripts/article/images.ts'

interface PlacedTree { tree: ReturnType<typeof parse>, said: string[], file: VFile }

/** The tree of an article with its pictures resolved and placed, and what is said of it. */
function treeOf(text: string, images?: ReadonlyMap<string, PlacedImage>): PlacedTree {
  const file = new VFile({ path: 'article.md', value: text })
  const tree = parse(text)
  resolveImages()(tree)
  placeImages(images)(tree, file)
  return { tree, said: file.messages.map(({ ruleId, line, column, reason }) => `${line}:${column} ${ruleId} ${reason}`), file }
}
const parse = (text: string) => unified().use(remarkParse).parse(text)

describe('pictures of an article', () => {
  it('are found by their address, each once, in order', () => {
    expect(imageUrls(treeOf('![船](b.png) ![人](a.png)\n\n![又是船](b.png)').tree)).toEqual(['b.png', 'a.png'])
  })

  it('get the address that the first definition names; those without a definition stay text', () => {
    const { tree } = treeOf('![船][1] ![人][2] ![][3]\n\n[1]: boat.png\n[1]: other.png\n[3]: man.png')
    expect(imageUrls(tree)).toEqual(['boat.png', 'man.png'])
    expect(imagesIn(tree.children[0] as Paragraph).map(({ alt, position }) => [alt, position!.start.column])).toEqual([['船', 1], ['', 17]])
  })

  it('are found in links and emphasis too', () => {
    const [paragraph] = parse('[![船](a.png)](https://example.org) **![人](b.png)**').children as [Paragraph]
    expect(imagesIn(paragraph).map(({ url }) => url)).toEqual(['a.png', 'b.png'])
  })

  it('are pointed to where they are, and of those left out the file says why, at their place', () => {
    const long = `${'a'.repeat(80)}.png`
    const { tree, said } = treeOf(`![船](boat.png)\n\n![人](man.png) ![河](river.png) ![](${long})`, new Map<string, PlacedImage>([['boat.png', { path: './images/boat.png' }], ['man.png', { fault: 'there is no such file' }], [long, { fault: 'there is no such file' }]]))
    expect(imageUrls(tree)).toEqual(['./images/boat.png', 'man.png', 'river.png', long])
    const images = tree.children.flatMap(node => imagesIn(node as Paragraph))
    expect(images.map(image => image.data?.lost ?? false)).toEqual([false, true, false, true])
    expect(said).toEqual(['3:1 image Left out the picture `man.png`: there is no such file', `3:31 image Left out the picture \`${'a'.repeat(57)}…\`: there is no such file`])
  })

  it('stay as they are where nobody has looked for them', () => {
    expect(treeOf('![船](boat.png)')).toMatchObject({ said: [] })
  })
})
