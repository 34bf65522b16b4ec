import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { SAMPLE } from './articles.ts'
import { makeDecks } from './build.ts'
import { parseDeck } from './promises.ts'

const NAME = 'flesh-and-blood-ties'

/** Makes the sample's offline file in a folder: its address on the disk, and the decks that are in it. */
export async function makeOffline(
  folder: string,
  minutes?: number,
): Promise<{ url: string, decks: ReturnType<typeof parseDeck>[] }> {
  await makeDecks(folder, SAMPLE, { only: ['offline'], ...(minutes && { minutes }) })
  const read = async (name: string): Promise<ReturnType<typeof parseDeck>> => parseDeck({ name, markdown: await readFile(join(folder, 'slides', NAME, name), 'utf8') })
  return { url: pathToFileURL(join(folder, 'dist', NAME, 'offline.html')).href, decks: await Promise.all(['01.md', '02.md', '03.md'].map(read)) }
}
