import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { DEFAULT_OPTIONS } from '../../scripts/deck/plan.ts'
import { decksOf } from '../../scripts/pipeline.ts'

const TEXT = '渡口在村子的东头，是两岸最热闹的地方。守灯的人住在桥边，三十年没有离开过一天。'

/** What closes a part that ends with a sentence: the words of its last slide, where that is a closing one. */
function closingOf(sentence: string): string | undefined {
  const value = `# 题\n\n## 船\n\n${TEXT}${sentence}\n\n## 灯\n\n${TEXT}\n`
  const { decks } = decksOf(new VFile({ path: 'a.md', value }), { ...DEFAULT_OPTIONS, theme: 'x' })
  const last = decks[0]!.slides.at(-1)!
  return last.layout === 'closing' ? last.title : undefined
}

describe('a part closes with its last sentence', () => {
  it.each([
    ['whole', '人是渡口最要紧的东西。', '人是渡口最要紧的东西'],
    ['without what only joins it to the one before', '可是，光凭好心守不住一个渡口。', '光凭好心守不住一个渡口'],
  ])('%s', (_, sentence, line) => expect(closingOf(sentence)).toBe(line))

  it.each([
    ['that is told of somebody named before', '他们没有再劝。'],
    ['of which only a short end can be said alone', '这支队伍是大家自己带出来的，我们正在推广。'],
    ['that is a row of numbers', '渡口每天接送390人，比上年多45人。'],
    ['that begins with what it answers', '再往后，就是湖底那条慢吞吞的鱼，以及许多年以后，坐在桌边往杯子里加冰的我们。'],
    ['in which somebody is quoted who spoke before it', '“船在人在。”老李说，“灯在渡口在。”'],
  ])('but not with one %s', (_, sentence) => expect(closingOf(sentence)).toBeUndefined())
})
