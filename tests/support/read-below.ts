import { VFile } from 'vfile'
import { toJson } from '../../scripts/outline/json.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { verifyDecks } from './verify.ts'

/** What the outline has below the heading 船, a line for each passage, and the messages. */
export function readBelow(body: string, head = '# 渡口\n\n## 船\n\n'): { text: string[], messages: string[] } {
  const file = new VFile({ path: 'article.md', value: `${head}${body}\n` })
  verifyDecks(new VFile({ path: file.path, value: file.value }))
  const { parts } = toJson(outlineOf(file))
  return { text: parts[0]!.lead, messages: file.messages.map(({ reason }) => reason) }
}
