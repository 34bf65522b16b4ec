import type { VFile } from 'vfile'

/** Where a command writes: results to one stream, messages and progress to the other. */
export interface Console {
  log: (line: string) => void
  error: (line: string) => void
  /** Shows what goes on until it is told the end; shows nothing where nobody watches. */
  progress: (text: string) => Progress
}

/** A line that shows what goes on. */
export interface Progress {
  update: (text: string) => void
  done: (text?: string) => void
}

/**
 * Prints the messages of a file, each with its place and rule.
 *
 * @param file the article
 * @param console where they go
 */
export function reportMessages(file: VFile, console: Console): void {
  for (const message of file.messages) {
    const place = [file.path, message.line, message.column].filter(part => part !== undefined).join(':')
    console.error(`${place}: ${message.reason} (${message.ruleId})`)
  }
}
