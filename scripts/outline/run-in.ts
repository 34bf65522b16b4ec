import type { Draft } from './draft.ts'
import { hasWords } from '../language/marks.ts'
import { widthInEm } from '../language/measure.ts'
import { splitSentences } from '../language/sentences.ts'
import { reasonFor } from '../messages/reason.ts'
import { wording } from '../messages/wording.ts'
import { isProse, placeOf, titleRange } from './draft.ts'

/** Longer than this a first sentence is prose: a line and a half of a page. */
const LONGEST_RUN_IN_EM = 30
/** Two first sentences of no more characters than this are headings without further evidence. */
const VERY_SHORT = 16

/** A sentence that begins so leans on the one before, and heads nothing: grammar, not topics. */
const LEANS_BACK = new RegExp(`^(?:${[
  '[这那他她它其此该但而却我你您“"「‘\']',
  '可是|然而|因此|因而|所以|于是|例如|比如|此外|同时|另外|首先|其次|最后|第?[一二三四五六七八九十][是，]',
  '不过|当然|其实|果然|终于|后来|接着|有人|有的|是的|不是|总[之的]|综上|归根|上述|以上[这几各，、一二三四五六七八九十]',
  // What goes on from before, or draws a conclusion from it: 由此可见, 还应当看到, 在这方面.
  '由此|可见|与此|为此|对此|在[这此]|[还也更](?:[应要需须]|必须|有一[点个])|同样|说到底|应当?看到|需要?指出|必须指出',
  'And|But|So|Yet|Then|Thus|Hence|However|Therefore|Moreover',
  'This|That|These|Those|It|He|She|They|We|I|You|For|In|On|At|After|Before|When|While',
].join('|')})(?![a-z])`)
/**
 * A sentence that tells what happened or calls to somebody: it has a time, a person, or the particle of what is done.
 * Grammar, not topics.
 */
const NARRATES = new RegExp([
  String.raw`^\p{L}{1,6}们[，！]`,
  '(?<![为除])了(?!解)',
  String.raw`如今|[\d〇零一二三四五六七八九]{4}年|[去今前昨当][年天晚]|上世纪|那[时年天]`,
  '(?:^|，)(?:[我他她](?![们国党军省市县区山乡将])|后来|从那以后|再往后|有一)',
  String.raw`\b(?:was|were|had|did|said|went|came|began|took|I)\b`,
  // Pasts that are no participles: what is built, lost or left may head a paragraph.
  String.raw`\b(?:ate|became|broke|chose|drew|drove|fell|flew|gave|got|grew|knew)\b`,
  String.raw`\b(?:ran|rode|rose|saw|spoke|threw|wore|wrote)\b`,
].join('|'), 'u')
/** A heading states; a question, an exclamation or an open clause does not. */
const STATES = /[。.．｡][”’」』）)]*\s*$/

/**
 * Finds run-in headings in one part: first sentences that are short, each before a longer rest, in most of the part's
 * paragraphs from the first such to the last. One alone is prose; two are headings where other parts have some, or
 * where both are very short.
 *
 * @param drafts the blocks of a part that has no points; headings found are noted in them
 * @param evidence what speaks for or against them outside the part
 * @param evidence.headless the article has no other headings: then all paragraphs but the first and the last must agree
 * @param evidence.others other parts have run-in headings
 * @returns whether there are any
 */
export function findRunIns(drafts: Draft[], evidence: { headless: boolean, others: boolean }): boolean {
  const marked = markRunIns(drafts)
  const first = marked.findIndex(length => length > 0)
  const last = marked.findLastIndex(length => length > 0)
  const count = marked.filter(length => length > 0).length
  const between = drafts.slice(first, last + 1).filter(isProse).length
  if (count < 2 || count < between * 0.75)
    return false
  if (evidence.headless && (count < 3 || count < between || between < drafts.filter(isProse).length - 2))
    return false
  const brief = marked.every(length => length <= VERY_SHORT)
  if (count === 2 && !(count === between && (evidence.others || (brief && drafts.filter(isProse).length <= 3))))
    return false
  const confidence = Math.min(0.95, 0.55 + count * 0.05 + (count === between ? 0.1 : 0))
  for (const [index, draft] of drafts.entries()) {
    const length = marked[index]!
    if (length === 0)
      continue
    draft.heading = {
      level: 'point',
      ...titleRange(draft.text, 0, length),
      runInEnd: length,
      doubt: {
        position: placeOf(draft.node),
        confidence,
        ...reasonFor(wording('doubt-run-in', { count, between })),
      },
    }
  }
  return true
}

/**
 * Whether a part has run-in headings beyond doubt: three or more, and nothing but them from the first to the last.
 *
 * @param drafts the blocks of a part
 * @returns true where its neighbours may be read in its light
 */
export function hasClearRunIns(drafts: Draft[]): boolean {
  const marked = markRunIns(drafts)
  const first = marked.findIndex(length => length > 0)
  const last = marked.findLastIndex(length => length > 0)
  const count = marked.filter(length => length > 0).length
  return count >= 3 && count === drafts.slice(first, last + 1).filter(isProse).length
}

/** For each block the length of its first sentence, where it may be a run-in heading; else nought. */
function markRunIns(drafts: Draft[]): number[] {
  const marked = drafts.map(draft => runInLength(draft))
  if (announces(drafts, marked))
    marked[0] = 0
  return marked
}

/** Words that announce what follows: 以下几方面, 三件事, three things. */
const ANNOUNCES = /以下|如下|下面|下列|[几两二三四五六七八九十][个件项点条种步]|\b(?:two|three|four|five|six|seven|several|following)\b/i

/**
 * Whether a part's first paragraph only leads up to those after it: it announces them, or is much shorter than they
 * are.
 */
function announces(drafts: Draft[], marked: number[]): boolean {
  const [first, ...others] = drafts
  const followers = others.filter((_, index) => marked[index + 1]! > 0)
  const lengths = followers.map(({ text }) => widthInEm(text)).sort((one, other) => one - other)
  if (!first || marked[0] === 0 || lengths.length < 2)
    return false
  const rest = splitSentences(first.text).slice(1).join('')
  return ANNOUNCES.test(rest) || widthInEm(first.text) * 2 < lengths[lengths.length >> 1]!
}

/** The length of a block's first sentence, where it may be a run-in heading; else nought. */
function runInLength(draft: Draft): number {
  if (!isProse(draft) || draft.heading)
    return 0
  const [first, ...rest] = splitSentences(draft.text)
  if (first === undefined || rest.length === 0 || !hasWords(first))
    return 0
  if (!STATES.test(first) || LEANS_BACK.test(first) || NARRATES.test(first))
    return 0
  const width = widthInEm(first.trim())
  return width <= LONGEST_RUN_IN_EM && width >= 4 && width * 2 <= widthInEm(rest.join('')) ? first.length : 0
}
