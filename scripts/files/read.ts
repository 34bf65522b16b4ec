import { readFile, stat } from 'node:fs/promises'

/**
 * Reads a file, and nothing that only stands in a folder as if it were one: a pipe or a device may never come to an
 * end, or never begin.
 *
 * @param path the file
 * @param largest how many bytes it may have
 * @returns its bytes
 * @throws what the file system throws, `ENOTFILE` for what is no file, and `EFBIG` for one that has more bytes
 */
export async function readWholeFile(path: string, largest = Infinity): Promise<Buffer> {
  const stats = await stat(path)
  if (!stats.isFile() && !stats.isDirectory())
    throw Object.assign(new Error('This is no file.'), { code: 'ENOTFILE' })
  if (stats.size > largest)
    throw Object.assign(new Error('This file is too large.'), { code: 'EFBIG' })
  return readFile(path)
}
