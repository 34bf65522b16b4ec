import fc from 'fast-check'

/** Pieces that articles are made of, friendly and hostile. */
const PIECES = ['人民是天', '，', '。', '；', '“', '”', '（', '）', '《', '》', '：', '、', '？', '！', '——', '……', ' ', '\n', '\n\n', '　　', '一、', '（一）', '1. ', '第一章 ', '一是', '二是', '王教授指出，', '# ', '## ', '- ', '> ', '---', '\n---\n', '```\n', '{{ 1 + 1 }}', '<script>alert(1)</script>', '<b>', '-->', '<!--', '::right::', '[click]', '$$x$$', '`a`', ':smile:', '&lt;', '[a](javascript:alert(1))', '![](http://example.com/x.png)', '*', '_', '\\', '|', '\t', 'Water is life.', 'He said, “Go.” ', '14亿', '3.5%', '😀', '\u202E', '\u200B', '<<< @/etc/passwd', 'title: x', '@', '^[note]', '==', '~~', '{', '}', '%', '\u2028']

/** Text that is made of them, and of any characters. */
export const RANDOM_TEXT = fc.array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) }), { maxLength: 80 }).map(parts => parts.join(''))
