import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { outlineOf } from '../../scripts/pipeline.ts'
import { lossesOf } from '../support/losses.ts'

const BODY = 'The lamp has been dark for three nights. Two people have slipped on the steps.\n\nI ask the office to send an electrician this week.\n\nYours sincerely,\n\nBo Zhou\n'

function headOf(value: string): { title: string, byline: string[] } {
  const { title, byline } = outlineOf(new VFile({ path: 'a.txt', value }))
  return { title: title.value, byline: byline.map(({ value }) => value) }
}

describe('addresses above an English letter', () => {
  it.each<[string, string, string, string]>([
    ['sender, day and receiver', '12 River Lane\nDukou Town\n\n9 March 2024\n\nMs Ada Lin\nThe Village Office\n\nDear Ms Lin,\n\n', 'Dear Ms Lin', 'Ms Ada Lin'],
    ['a receiver only', 'The Village Office\nDukou Town 312000\n\nDear Sir or Madam:\n\n', 'Dear Sir or Madam', 'Dukou Town 312000'],
    ['a name with a short form', '12 River Lane\nDukou\n\nDear Mr. Zhou,\n\n', 'Dear Mr. Zhou', 'Dukou'],
    ['nobody that is known', '9 March 2024\n\nTo whom it may concern:\n\n', 'To whom it may concern', '9 March 2024'],
    ['below a title', 'A letter to the office\n\n12 River Lane\nDukou Town\n\n9 March 2024\n\nDear Ms Lin,\n\n', 'A letter to the office', '9 March 2024'],
  ])('are no text: %s', async (_, head, title, line) => {
    const found = headOf(head + BODY)
    expect(found.title).toBe(title)
    expect(found.byline.join('\n')).toContain(line)
    const { losses, decks } = await lossesOf('a.txt', head + BODY)
    expect(losses).toEqual([])
    expect(decks.map(({ markdown }) => markdown).join('').replace(/^[\s\S]*?\n---\nlayout: (?!cover)/, '')).not.toContain(line)
  })

  it.each<[string, string, string]>([
    ['a title without a number', 'A letter to the office\n\nDear Ms Lin,\n\n', 'A letter to the office'],
    ['a title with one', 'The lamp at 12 River Lane\nbegan to fail in 2024, and nobody came.\n\nDear Ms Lin,\n\n', 'The lamp at 12 River Lane'],
    ['sentences', 'The lamp\n\nIt was hung in 1921. It burned oil.\n\nDear reader,\n\n', 'The lamp'],
    ['no salutation', 'Lamp No. 12\n\nDukou Town\n\nThe lamp is dark.\n\n', 'Lamp No. 12'],
    ['a salutation far below', `Lamp No. 12\n\n${'The lamp is dark again today.\n\n'.repeat(7)}Dear Ms Lin,\n\n`, 'Lamp No. 12'],
  ])('text stays text: %s', (_, head, title) => {
    expect(headOf(head + BODY).title).toContain(title)
  })
})
