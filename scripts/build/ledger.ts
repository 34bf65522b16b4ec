import type { Elsewhere } from './inputs.ts'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { hashOfFile } from '../files/hash.ts'
import { readText } from '../files/write.ts'

/** What a folder of results was made from: kept in it, so that what has not changed is not made again. */
export interface Ledger {
  elsewhere: Elsewhere
  results: Record<string, LedgerEntry>
}

export interface LedgerEntry {
  /** See `keyOf`. */
  key: string
  /** The decks that it was made from, where that is not all. */
  from?: string[]
  /** Its files and their hashes. */
  files: Record<string, string>
}

/** Its file's name in the folder of results. */
export const LEDGER = '.lectern-build.json'

/**
 * Reads the ledger of a folder of results.
 *
 * @param target such as `dist/NAME`
 * @returns the ledger; an empty one where there is none that can be read
 */
export async function readLedger(target: string): Promise<Ledger> {
  try {
    const { elsewhere, results } = JSON.parse(await readText(join(target, LEDGER)) ?? '') as Ledger
    if (isList(elsewhere.folders) && isList(elsewhere.files) && Object.values(results).every(isEntry))
      return { elsewhere, results }
  }
  catch {
    // Written by another version, or by nobody: then everything is made.
  }
  return { elsewhere: { folders: [], files: [] }, results: {} }
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.every(item => typeof item === 'string')
}

/** Whether what a file has is an entry: anybody may have changed the file. */
function isEntry({ key, files, from }: LedgerEntry): boolean {
  const isOfDecks = from === undefined || isList(from)
  return typeof key === 'string' && typeof files === 'object' && isOfDecks
}

/**
 * Makes the entry of a result.
 *
 * @param folder where its files are
 * @param files their names; a folder stands for all that is in it
 * @param key see `keyOf`
 * @param from the decks that it was made from, where that is not all
 * @returns the entry
 */
export function entryOf(folder: string, files: string[], key: string, from?: string[]): LedgerEntry {
  return { key, ...(from && { from }), files: hashFiles(folder, files) }
}

/**
 * Whether the files of a result are as they were written.
 *
 * @param folder where they are
 * @param entry the result's entry
 */
export function isWhole(folder: string, entry: LedgerEntry): boolean {
  const now = hashFiles(folder, Object.keys(entry.files))
  return Object.entries(entry.files).every(([name, hash]) => now[name] === hash)
}

function hashFiles(folder: string, names: string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name): [string, string][] => {
    const path = join(folder, name)
    const hash = hashOfFile(path)
    if (hash !== undefined)
      return [[name, hash]]
    const isFolder = existsSync(path) && statSync(path).isDirectory()
    const inside = isFolder ? readdirSync(path).sort().map(file => `${name}/${file}`) : []
    return Object.entries(hashFiles(folder, inside))
  }))
}
