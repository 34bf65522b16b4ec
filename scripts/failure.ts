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
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  const faults: Readonly<Record<string, string>> = {
    EACCES: 'permission is denied',
    EEXIST: 'a file of that name is in the way',
    EISDIR: 'it is a folder',
    EMFILE: 'too many files are open',
    ENOENT: 'there is no such file or folder',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'a file is in the way where a folder is needed',
    EPERM: 'it is not permitted',
    EROFS: 'the disk is read-only',
  }
  return faults[code] ?? (error instanceof Error ? error.message : String(error))
}
