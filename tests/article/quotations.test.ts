import { describe, expect, it } from 'vitest'
import { readBelow as read } from '../support/read-below.ts'

describe('quotations', () => {
  it.each<[string, string, string[]]>([
    ['lines of verse', '> 床前明月光，\n> 疑是地上霜。', ['床前明月光，\n疑是地上霜。']],
    ['verse with line ends that are elements', '> 床前明月光，<br>\n> 疑是地上霜。', ['床前明月光，\n疑是地上霜。']],
    ['dashes in prose', '> The keeper has crossed the river every day with his ferry\n> -- or so they say -- and he has never missed one of them.', ['The keeper has crossed the river every day with his ferry -- or so they say -- and he has never missed one of them.']],
    ['verse without marks', '> 白日依山尽\n> 黄河入海流', ['白日依山尽\n黄河入海流']],
    ['verse in English', '> The ferry goes,\n> The river flows.', ['The ferry goes,\nThe river flows.']],
    ['an address', '> 林砚秋\n> 河边路5号', ['林砚秋\n河边路5号']],
    ['a sentence a line', '> 渡口在村子的东头，从前是镇上最热闹的地方，赶集的人都来。\n> 后来桥通了。', ['渡口在村子的东头，从前是镇上最热闹的地方，赶集的人都来。\n后来桥通了。']],
    ['whose words they are', '> 渡口在村子的东头，从前是镇上最热闹的地方，赶集的人都来\n> 过河。\n> —— 林砚秋', ['渡口在村子的东头，从前是镇上最热闹的地方，赶集的人都来过河。\n—— 林砚秋']],
    ['marked words', '> **床前**明月光，\n> 疑是**地上**霜。', ['床前明月光，\n疑是地上霜。']],
    ['prose that is broken at some width', '> 渡口在村子的东头，从前是镇上最热闹的地方，赶集的人天不亮就来排队\n> 等着过河。', ['渡口在村子的东头，从前是镇上最热闹的地方，赶集的人天不亮就来排队等着过河。']],
    ['prose in English', '> The old boat is made of pine, and\n> no one has asked for another.', ['The old boat is made of pine, and no one has asked for another.']],
  ])('%s', (_, body, text) => {
    expect(read(body).text).toEqual(text)
  })

  it('paragraphs are joined', () => {
    expect(read('床前明月光，\n疑是地上霜。').text).toEqual(['床前明月光，疑是地上霜。'])
  })
})
