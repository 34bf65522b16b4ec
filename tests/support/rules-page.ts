import { articleRules as english, checkRules as englishCheck } from '../../scripts/messages/en/rules.ts'
import { articleRules as chinese, checkRules as chineseCheck } from '../../scripts/messages/zh/rules.ts'

/** A table of rules: each links to its section, which has an example. */
function table(head: readonly [string, string], rules: Readonly<Record<string, string>>): string {
  const rows = Object.entries(rules).map(([rule, says]) => `| \`${rule}\` | ${says} |`)
  return [`| ${head[0]} | ${head[1]} |`, '| --- | --- |', ...rows].join('\n')
}

/** docs/rules.md, from the rules themselves. */
export const RULES_PAGE = `# All rules

[Each with an example that provokes it, and what to do](messages.md). \`outline\`, \`import\` and \`generate\` say:

${table(['rule', 'says'], english)}

\`lectern check\` looks at every slide as Chromium sets it, on the route that PDFs are printed from, and prints each deck twice, the second time with the clock
a year ahead. It makes the decks from the article again, and compares words on generated slides with the article's; what a person has changed is theirs. Each message names the
deck's line and, if there is one, the article's place, \`talk.txt:12:5\`. It says:

${table(['rule', 'says'], englishCheck)}
`

/** docs/zh-CN/rules.md, from the rules themselves. */
export const CHINESE_RULES_PAGE = `# 全部规则

[English](../rules.md) · 中文

每条规则的例子和做法见[《消息》](../messages.md)（英文）。\`outline\`、\`import\` 和 \`generate\` 会说：

${table(['规则', '含义'], chinese)}

\`lectern check\` 按 Chromium 实际排出的样子逐张检查，走的是打印 PDF 的同一条路线；每套幻灯片打印两次，第二次把时钟拨快一年。它由文章重新生成幻灯片，把生成的文字与文章核对；
人改过的归人所有。每条消息都指明幻灯片文件的行，以及文章里的位置（如果有），如 \`talk.txt:12:5\`。它会说：

${table(['规则', '含义'], chineseCheck)}
`
