import type { PlainKey, Wording } from './messages/model.ts'
import { inEnglish, wording } from './messages/wording.ts'

/** Exit codes of the command line: something in the input is wrong, or the command line itself. */
export type ExitCode = 1 | 2

/** A fault that a person can mend. Its message is one sentence that says what is wrong and one that says what to do. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly wording: Wording
  readonly exitCode: ExitCode

  /**
   * @param wording what is wrong, and what to do
   * @param exitCode 1 for the input, 2 for the command line
   * @param options the cause, where there is one
   */
  constructor(wording: Wording, exitCode: ExitCode = 1, options?: ErrorOptions) {
    super(inEnglish(wording), options)
    this.wording = wording
    this.exitCode = exitCode
  }
}

/**
 * Says why the file system refused, in words.
 *
 * @param error what a file operation threw
 * @returns a phrase such as “permission is denied”; of a fault that is not known the system's own words
 */
export function fileFault(error: unknown): Wording | string {
  const fault = FAULTS[faultCode(error)]
  if (fault)
    return wording(fault)
  return error instanceof Error ? error.message : String(error)
}

/**
 * Whether an error is the file system's refusal to write.
 *
 * @param error what was thrown
 */
export function isWriteFault(error: unknown): boolean {
  return WRITE_FAULTS.has(faultCode(error))
}

const WRITE_FAULTS: ReadonlySet<string> = new Set([
  'EACCES',
  'EDQUOT',
  'EEXIST',
  'EIO',
  'EMFILE',
  'ENOSPC',
  'ENOTDIR',
  'EPERM',
  'EROFS',
])

/**
 * A folder that decks or results cannot be written to.
 *
 * @param folder the folder
 * @param error what a file operation threw
 * @returns the failure, which says why and what to do
 */
export function folderFailure(folder: string, error: unknown): Failure {
  return new Failure(wording('folder-not-writable', { folder, fault: fileFault(error) }), 1, { cause: error })
}

/**
 * A file that cannot be written.
 *
 * @param path the file
 * @param error what a file operation threw
 * @returns the failure, which says why and what to do
 */
export function writeFailure(path: string, error: unknown): Failure {
  return new Failure(wording('not-writable', { path, fault: fileFault(error) }), 1, { cause: error })
}

const FAULTS: Readonly<Record<string, PlainKey>> = {
  EACCES: 'file-access',
  EDQUOT: 'file-quota',
  EEXIST: 'file-exists',
  EIO: 'file-disk',
  EISDIR: 'file-is-folder',
  EMFILE: 'file-too-many',
  ENOENT: 'file-missing',
  ENOSPC: 'file-full',
  ENOTDIR: 'file-not-folder',
  ENOTFILE: 'file-no-file',
  EPERM: 'file-not-permitted',
  EROFS: 'file-read-only',
}

/**
 * Programs in other languages, such as Vite's bundler, name the system's number in their message (errno of Linux, macOS
 * and Windows).
 */
const NUMBERS: Readonly<Record<string, string>> = {
  5: 'EACCES',
  13: 'EACCES',
  28: 'ENOSPC',
  30: 'EROFS',
  112: 'ENOSPC',
  122: 'EDQUOT',
}

function faultCode(error: unknown): string {
  if (typeof error !== 'object' || error === null)
    return ''
  const { code, message } = error as { code?: unknown, message?: unknown }
  const number = /\(os error (\d+)\)/.exec(String(message))?.[1]
  return number === undefined ? String(code ?? '') : NUMBERS[number] ?? ''
}
