import { describe, expect, it } from 'vitest'
import { pointOf } from '../../scripts/deck/prose/point-of.ts'

function point(words: string): string | undefined {
  const span = pointOf(words)
  return span && words.slice(span.start, span.end)
}

describe('the point of a headline', () => {
  it.each([
    ['渡口是两岸最老的市场', '最老的市场'],
    ['修桥这件事，说到底是全县的头等大事', '头等大事'],
    ['夜里开船必须点灯', '点灯'],
    ['船民的急难问题是渡口的大事', '大事'],
    ['渡口的事情都要认真办好', '认真办好'],
    ['往返一趟只要花掉三百二十元', '三百二十元'],
    ['The old ferry was repaired twice', 'repaired twice'],
    ['An arch is a forgiving thing', 'forgiving thing'],
    ['The bridge cost £860,000', '£860,000'],
    ['What is needed now is a second oar', 'second oar'],
    ['The work on the lamps is finished', 'finished'],
    ['The roof of my boat was mended twice', 'mended twice'],
  ])('%s: %s', (words, said) => expect(point(words)).toBe(said))
})

describe('no point', () => {
  it.each([
    ['a question', '渡口到底是谁的家业？'],
    ['whether it is so', '要看的是灯是否明亮、船是否结实的问题'],
    ['what is denied', '听的人都笑，又觉得不是滋味'],
    ['what goes on and on', '渡口是从前的人修好以后一直没有人管过的那些地方'],
    ['half a list', '存在不上心、不得法的问题'],
    ['a few words', '灯是命根'],
    ['a clause without either', '守灯的人把船拖上了岸'],
    ['where it is', 'The sign was there'],
    ['what must not be', '我们这些人不应当搞特殊'],
    ['what cannot be', '这件事我们不能再等待'],
    ['what is doubted', '这件事很难说是一个好办法'],
    ['what nobody thinks', 'Nobody thinks it is a good idea'],
    ['what hardly ever was', 'It hardly ever was a good idea'],
    ['a verb once more', 'What the plan means is (as ever) unclear'],
    ['what it is not', 'The old bridge is not a ruin'],
    ['what somebody knew', 'I knew it was difficult'],
    ['what somebody did', 'I heard what the other oar was doing'],
    ['when something else was', 'I began it the year my son was born'],
    ['which of them', 'Next to the map we print the twenty worst crossings of all'],
    ['a concession', 'Stop as soon as you see it, even if the boat is very near'],
    ['who was there', 'The hall seats eighty, and there were people standing'],
    ['what else was done', 'The quay on the other bank was mended as well'],
    ['what still was so', 'The keeper of the lamps was still asleep'],
  ])('%s: %s', (_, words) => expect(point(words)).toBeUndefined())
})
