import type { Heading, Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Places } from '../article/places.ts'
import type { Draft } from './draft.ts'
import type { TitleBlock } from './types.ts'
import { toString } from 'mdast-util-to-string'
import { placesOf } from '../article/places.ts'
import { prepareWords } from '../language/words.ts'
import { wording } from '../messages/wording.ts'
import { joinChapterLines } from './chapter-lines.ts'
import { findClosing, findSalutation } from './closing.ts'
import { withoutContents } from './contents.ts'
import { fromDrafts, rootOf, toDrafts } from './draft.ts'
import { findHeadings } from './families.ts'
import { guessParts } from './guess.ts'
import { askersIn, findQuestions } from './interview.ts'
import { findLastBylines } from './last-bylines.ts'
import { findArticles, isLaw } from './law.ts'
import { withoutRelease } from './line-above.ts'
import { leavePicturesOut, picturesIn } from './lost-pictures.ts'
import { splitMembers } from './members.ts'
import { withoutImprint } from './official.ts'
import { findOrdinals, splitRun } from './ordinals.ts'
import { noteReferences } from './references.ts'
import { findRunIns, hasClearRunIns } from './run-in.ts'
import { findBelowTitle, findTalk, findTitleBlock, splitTitle } from './title-block.ts'
import { doubtTitle } from './title-doubt.ts'
import { fromFirstWords } from './title-heading.ts'
import { withoutTitleLabel } from './title-label.ts'
import { onlyTitleFirst, titleAbove, titleHeadings } from './titles-of-headed.ts'
import { headTypedPoints } from './typed-points.ts'

/**
 * A unified plugin that finds the headings of an article that has none: title block, parts, points, closings.
 * A title alone, a heading or the frontmatter's, is kept. An article with headings passes unchanged.
 *
 * @returns a transformer from mdast to mdast with headings of depth 1 to 3
 */
export function inferHeadings() {
  return (tree: Root, file: VFile): Root => {
    prepareWords(toString(tree))
    const before = picturesIn(tree)
    const headed = withHeadings(tree, file)
    const kept = new Set(picturesIn(headed).map(({ position }) => position?.start.offset))
    const lost = before.filter(({ position }) => position && !kept.has(position.start.offset))
    leavePicturesOut(lost, wording('left-heading-picture'), file)
    return headed
  }
}

function withHeadings(tree: Root, file: VFile): Root {
  const yaml = tree.children.filter(node => node.type === 'yaml')
  const place = placesOf(file)
  const blocks = withoutRelease(tree.children.filter(node => node.type !== 'yaml'), file)
  const own = joinChapterLines(withoutImprint(blocks, file), place)
  const { nodes: listed, titles } = withoutContents(own, file)
  const named = yaml.some(node => /^title\s*:/m.test(node.value))
  const worded = withoutTitleLabel(fromFirstWords(noteReferences(listed)), file, place)
  const ordered = file.extname === '.md' && !named ? onlyTitleFirst(worded, place) : worded
  const nodes = titleHeadings(ordered, place)
  const headings = nodes.filter(node => node.type === 'heading').length
  const titled = headings === 1 && nodes[0]?.type === 'heading' && !(named && nodes[0].depth > 1)
  if (headings > 0 && !titled) {
    const pointed = headTypedPoints(nodes, place)
    const headed = rootOf(tree, [...yaml, ...pointed])
    return named ? headed : titleAbove(headed, pointed, place)
  }
  const drafts = toDrafts(nodes, place)
  const titleBlock = readTitleBlock(drafts, titled, named, place)
  const lastBylines = findLastBylines(drafts.slice(titleBlock.length + 1))
  let body = drafts.slice(titleBlock.length, drafts.length - lastBylines.length)

  const [law, asking] = [isLaw(body), askersIn(body)]
  findHeadings(body, { titles, law })
  const headed = body.some(draft => draft.heading?.level === 'part')
  const title = titleBlock.nodes[0]?.type === 'heading' ? titleBlock.nodes[0] : undefined
  if (title)
    title.data = titled ? {} : withDoubt(doubtTitle(title, body[0]))
  // The articles of a law without chapters, and the questions of an interview, are points of one part.
  if (!headed && title && (law || asking.size > 0))
    body.unshift(wholePart(title, place))
  else if (!headed)
    guessParts(body)
  const parts = byPart(body)
  const clear = parts.some(part => hasClearRunIns(part.slice(1)))
  const salutation = findSalutation(body)
  const known = { title, salutation, clear, law, asking, place }
  body = parts.flatMap((part, index) => findPoints(part, { ...known, last: index === parts.length - 1 }))
  return rootOf(tree, [...yaml, ...titleBlock.nodes, ...lastBylines, ...fromDrafts(body)])
}

/**
 * The title block: found, or under a heading that is there, or, where the frontmatter has the title, what else may
 * stand above the text.
 */
function readTitleBlock(drafts: Draft[], titled: boolean, named: boolean, place: Places): TitleBlock {
  if (titled) {
    const below = findBelowTitle(drafts.slice(1))
    return { nodes: [...splitTitle(drafts[0]!), ...below.nodes], length: 1 + below.length }
  }
  return named ? findTalk(drafts) : findTitleBlock(drafts, place)
}

/** What a part's points and closing are found by, beyond the part itself. */
interface Around {
  title: Heading | undefined
  salutation: string | undefined
  last: boolean
  clear: boolean
  law: boolean
  asking: ReadonlySet<string>
  place: Places
}

function findPoints(part: Draft[], { title, salutation, last, clear, law, asking, place }: Around): Draft[] {
  const [head] = part
  if (head?.heading?.level !== 'part')
    return part
  let drafts = part
  // A part's own block is not one of its points, unless its title is only guessed from it.
  const headless = head.heading.guessed ?? false
  const from = headless ? 0 : 1
  if (!part.some(draft => draft.heading?.level === 'point')) {
    const rest = part.slice(from)
    const found = (law && findArticles(rest))
      || findQuestions(rest, asking)
      || findOrdinals(rest)
      || findRunIns(rest, { headless, others: clear })
    if (!found)
      drafts = [...part.slice(0, from), ...rest.flatMap(draft => splitRun(draft, place))]
  }
  if (!law)
    drafts = splitMembersOf(drafts, place)
  const partTitle = head.text.slice(head.heading.start, head.heading.end)
  // What stands below an article's number is the article's, up to the next.
  if (law)
    return drafts
  findClosing(drafts, { article: title ? titleText(title) : '', part: partTitle, salutation, last })
  return drafts
}

/** Paragraphs of numbered members, parted; the members of one are points where the part has no others. */
function splitMembersOf(drafts: Draft[], place: Places): Draft[] {
  const members = drafts.map(draft => splitMembers(draft, place, false).length > 1)
  const asPoints = members.filter(Boolean).length === 1 && !drafts.some(draft => draft.heading?.level === 'point')
  return drafts.flatMap((draft, index) => members[index] ? splitMembers(draft, place, asPoints) : [draft])
}

/** A heading over all of an article that has points and no parts: its title again. */
function wholePart({ children, position }: Heading, place: Places): Draft {
  const [draft] = toDrafts([{ type: 'paragraph', children, position: position! }], place)
  return { ...draft!, heading: { level: 'part', start: 0, end: draft!.text.length } }
}

function titleText(title: Heading): string {
  const [text] = title.children
  return text?.type === 'text' ? text.value : ''
}

function withDoubt(doubt: ReturnType<typeof doubtTitle>): { doubt?: NonNullable<typeof doubt> } {
  return doubt ? { doubt } : {}
}

/** The body in pieces: what stands before the first part, then the parts. */
function byPart(drafts: Draft[]): Draft[][] {
  const parts: Draft[][] = []
  for (const draft of drafts) {
    const current = parts.at(-1)
    if (!current || draft.heading?.level === 'part')
      parts.push([draft])
    else
      current.push(draft)
  }
  return parts
}
