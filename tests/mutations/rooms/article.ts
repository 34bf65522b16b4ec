import { inRoom } from '../types.ts'

/** Bytes to text, and what of it is the article's. */
export const ARTICLE = inRoom('article', [
  {
    name: 'GB18030 is read as UTF-8',
    file: 'scripts/article/decode.ts',
    replace: `const text = tryDecode(bytes, 'utf-8')`,
    by: `const text: string | undefined = new TextDecoder('utf-8').decode(bytes)`,
    tests: ['tests/article/decode.test.ts'],
  },
  {
    name: 'two ideographic spaces part no paragraphs',
    file: 'scripts/article/plain-text.ts',
    replace: `if (inside > filled.length - 1)`,
    by: `if (inside > text.length)`,
    tests: ['tests/article/plain-text.test.ts', 'tests/outline/sample.test.ts'],
  },
  {
    name: 'invisible characters are kept',
    file: 'scripts/article/invisible.ts',
    replace: `return ''`,
    by: `return character`,
    tests: ['tests/article/invisible.test.ts'],
  },
  {
    name: 'a page\'s menus are text',
    file: 'scripts/article/html/own-body.ts',
    replace: `isLinkList(element, of) &&`,
    by: `isLinkList(element, of) && of(element).links > 99 &&`,
    tests: ['tests/article/html.test.ts'],
  },
  {
    name: 'what a page hides is text',
    file: 'scripts/article/html/unseen.ts',
    replace: `isHidden(element) && measures.get(element)!.prose < most`,
    by: `isHidden(element) && measures.get(element)!.prose < 0`,
    tests: ['tests/article/html.test.ts'],
  },
  {
    name: 'a page\'s prose that is left out is not told of',
    file: 'scripts/article/html/own-body.ts',
    replace: `filter(text => !kept.has(text)).map(`,
    by: `filter(text => !kept.has(text) && text.value === '').map(`,
    tests: ['tests/article/html.test.ts'],
  },
  {
    name: 'emphasis next to Chinese is asterisks',
    file: 'scripts/article/markdown.ts',
    replace: `remarkCjkFriendly.call(this as never)`,
    by: `void remarkCjkFriendly`,
    tests: ['tests/article/markdown.test.ts'],
  },
  {
    name: 'a Chinese line that is broken in a file gets a space',
    file: 'scripts/article/flat-text.ts',
    replace: `!(WIDE.test(before) || WIDE.test(after))`,
    by: `!(WIDE.test(before) && WIDE.test(after) && before === after)`,
    tests: ['tests/article/passage.test.ts', 'tests/article/html.test.ts', 'tests/outline/fixtures.test.ts'],
  },
  {
    name: 'a Word document may be a bomb',
    file: 'scripts/article/docx/archive.ts',
    replace: `await refuseBomb(zip)`,
    by: `void refuseBomb`,
    tests: ['tests/article/docx.test.ts'],
  },
])
