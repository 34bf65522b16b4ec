import { access, constants, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'

/**
 * Finds the file that a request asks for. It looks at the file itself, wherever links lead to it: nothing outside the
 * folder is found, and nothing that a dot hides.
 *
 * @param root the folder's real path
 * @param target the request's target, such as `/01.html?print`
 * @returns the file's path in the folder, parted by `/`; nothing where there is none that can be read
 */
export async function findFile(root: string, target: string): Promise<string | undefined> {
  try {
    // Put together, not resolved: two slashes at its beginning would name another host.
    const address = new URL(target.startsWith('/') ? `http://localhost${target}` : target)
    const path = join(root, decodeURIComponent(address.pathname))
    const file = await realpath((await stat(path)).isDirectory() ? join(path, 'index.html') : path)
    // A pipe or a device can be read without an end.
    if (!(await stat(file)).isFile())
      return undefined
    await access(file, constants.R_OK)
    const name = relative(root, file).split(sep).join('/')
    return isAbsolute(name) || name.split('/').some(part => part.startsWith('.')) ? undefined : name
  }
  catch {
    return undefined
  }
}
