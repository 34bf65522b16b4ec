/** Exit codes of the command line: something in the input is wrong, or the command line itself. */
export type ExitCode = 1 | 2

/** A fault that a person can mend. Its message is one sentence that says what is wrong and one that says what to do. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly exitCode: ExitCode

  /**
   * @param message what is wrong, and what to do
   * @param exitCode 1 for the input, 2 for the command line
   * @param options the cause, where there is one
   */
  constructor(message: string, exitCode: ExitCode = 1, options?: ErrorOptions) {
    super(message, options)
    this.exitCode = exitCode
  }
}

/**
 * Says why the file system refused, in words.
 *
 * @param error what a file operation threw
 * @returns a phrase such as “permission denied”
 */
export function fileFault(error: unknown): string {
  return FAULTS[faultCode(error)] ?? (error instanceof Error ? error.message : String(error))
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
  const reason = `${folder}: this folder cannot be written, ${fileFault(error)}. Choose another with --out.`
  return new Failure(reason, 1, { cause: error })
}

/**
 * A file that cannot be written.
 *
 * @param path the file
 * @param error what a file operation threw
 * @returns the failure, which says why and what to do
 */
export function writeFailure(path: string, error: unknown): Failure {
  const reason = `${path}: this cannot be written, ${fileFault(error)}. Choose another place for it.`
  return new Failure(reason, 1, { cause: error })
}

const FAULTS: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EDQUOT: 'your share of the disk is full',
  EEXIST: 'a file of that name is in the way',
  EIO: 'the disk does not answer as it should',
  EISDIR: 'it is a folder',
  EMFILE: 'too many files are open',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file is in the way where a folder is needed',
  ENOTFILE: 'it is a pipe, a device or a socket and no file',
  EPERM: 'it is not permitted',
  EROFS: 'the disk is read-only',
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
