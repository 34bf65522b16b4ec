import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Failure, fileFault } from '../failure.ts'

/**
 * Makes a folder anew, whole or not at all: it is filled under a temporary name beside its place and then takes its own.
 *
 * @param target the folder
 * @param fill fills the temporary folder
 * @param how what becomes of what is there: `keep` names files of the old folder that stay, `only` names the files of the new one that are wanted, all others staying
 * @param how.keep file names
 * @param how.only file names
 * @throws Failure where the folder cannot be written; what `fill` throws passes through
 */
export async function replaceFolder(target: string, fill: (temporary: string) => Promise<void>, how: { keep?: string[], only?: string[] }): Promise<void> {
  const parent = dirname(target)
  const temporary = join(parent, `.${basename(target)}.${process.pid}.tmp`)
  const old = join(parent, `.${basename(target)}.${process.pid}.old`)
  await guard(target, () => mkdir(temporary, { recursive: true }))
  try {
    await fill(temporary)
    await guard(target, async () => {
      if (how.only) {
        await mkdir(target, { recursive: true })
        for (const name of how.only)
          await rename(join(temporary, name), join(target, name))
        return
      }
      for (const name of how.keep ?? [])
        await copyFile(join(target, name), join(temporary, name))
      await rename(target, old).catch((error: NodeJS.ErrnoException) => error.code === 'ENOENT' ? undefined : Promise.reject(error))
      await rename(temporary, target)
    })
  }
  finally {
    await rm(temporary, { recursive: true, force: true })
    await rm(old, { recursive: true, force: true })
  }
}

async function guard<T>(target: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  }
  catch (error) {
    throw new Failure(`${target}: this folder cannot be written, ${fileFault(error)}. Choose another with --out.`, 1, { cause: error })
  }
}
