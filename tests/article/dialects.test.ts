import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { generate } from '../../scripts/generate.ts'
import { toJson } from '../../scripts/outline/json.ts'
import { markdownOf, outlineOf } from '../../scripts/pipeline.ts'
import { lossesOf, replacing } from '../support/losses.ts'
import { drawn } from '../support/random.ts'
import { readBelow as read } from '../support/read-below.ts'

describe('hTML in Markdown', () => {
  it.each<[string, string, string[]]>([
    ['tags of words', '<u>船</u>来<font color=red>了</font>，<small>人</small><span style="x">走</span>了。', ['船来了，人走了。']],
    ['raised and lowered words', '10<sup>3</sup> 斤 H<sub>2</sub>O。', ['10³ 斤 H₂O。']],
    ['a break', '船来了。<br>人走了。', ['船来了。\n人走了。']],
    ['two breaks', '船来了。<br><br/>人走了。', ['船来了。', '人走了。']],
    ['a break in a cell', '| 项目 |\n| - |\n| 无松动<br>无青苔 |', ['项目', '无松动\n无青苔']],
    ['a block, and Markdown in it', '<center>\n**船**来了。\n\n- 人\n\n</center>', ['船来了。', '人']],
    ['details', '<details><summary>点开</summary>\n\n船来了。\n\n</details>', ['点开', '船来了。']],
    ['Notion’s box', '<aside>\n💡 船来了。\n\n</aside>', ['💡 船来了。']],
    ['a paragraph', '<p align="center">船来了。</p>\n<p>人走了。</p>', ['船来了。', '人走了。']],
    ['a table', '<table>\n<tr><th>甲</th></tr>\n<tr><td>一</td></tr>\n</table>', ['甲', '一']],
    ['a tag over several paragraphs', '<font color="red">船来了。\n\n人走了。</font>', ['船来了。', '人走了。']],
    ['a hidden block', '<div hidden>\n\n船来了。\n\n</div>\n\n人走了。', ['人走了。']],
    ['a script', '<script>\nalert(1)\n\nalert(2)\n</script>\n\n船来了。<script>alert(3)</script>', ['船来了。']],
    ['a reading', '<ruby>埤<rp>(</rp><rt>pí</rt><rp>)</rp></ruby>头村。', ['埤头村。']],
    ['what HTML has not', 'List<T> 和 <你的名字>，<your-name>，a < b，<完>。', ['List<T> 和 <你的名字>，<your-name>，a < b，<完>。']],
    ['a tag of words without its end', '数组 a<b>0 时停。', ['数组 a<b>0 时停。']],
    ['a block’s tag without its end, in a sentence', '标签 <div> 是块。', ['标签 <div> 是块。']],
    ['a component of Vue', '写 <v-click> 和 {{ count }}。', ['写 <v-click> 和 {{ count }}。']],
    ['comments', '船<!-- 再核实 -->来了。', ['船来了。']],
  ])('%s', (_, body, text) => {
    expect(read(body).text).toEqual(text)
  })

  it('tells once of readings, hidden text and comments', () => {
    expect(read('<ruby>埤<rt>pí</rt></ruby>头，<ruby>圩<rt>wéi</rt></ruby>里。\n\n<ruby>堨<rt>è</rt></ruby>上。\n\n<!-- 一 -->\n\n<!-- 二 -->\n\n<!-- more -->\n\n<p hidden>三</p>').messages.filter(reason => reason.startsWith('Left out')))
      .toEqual([expect.stringContaining('the first of 2 comments'), expect.stringMatching(/“pí”, the first of 3 readings/), expect.stringContaining('“三”')])
  })

  it('links and pictures are no programs', async () => {
    const markdown = async (line: string): Promise<string> => (await generate({ path: 'a.md', value: `# 渡口\n\n## 船\n\n看${line}。\n` })).decks[0]!.markdown.replace(/^id: .*$/gm, '')
    const own = await markdown('<a href="javascript:alert(1)" onclick="alert(1)">这里</a><img src="../../a.png" onerror="alert(2)" alt="图">')
    expect(own).toBe(await markdown('[这里](javascript:alert\\(1\\))![图](../../a.png)'))
    expect(own).not.toMatch(/alert|onerror|javascript/)
  })
})

describe('the signs of notebooks', () => {
  it.each<[string, string, string[]]>([
    ['links', '由[[林砚秋|林师傅]]装，见[[村史#第三节]]、[[a#b]]、[[#账本]]。', ['由林师傅装，见村史第三节、a b、账本。']],
    ['marked words', '先是==煤油==灯，再是==**马**灯==。', ['先是煤油灯，再是马灯。']],
    ['equality is none', 'a == b，c==d&&e==f，\\==船\\==。', ['a == b，c==d&&e==f，==船==。']],
    ['comments', '船来了。%%查一查%%人走了。\n\n%%\n先不要。\n\n也不要。\n%%', ['船来了。人走了。']],
    ['per cents are none', '增长 5%%，又降 3%%。', ['增长 5%%，又降 3%%。']],
    ['a box', '> [!warning]- 注意\n> 船漏水。\n>\n> - 搬书', ['注意', '船漏水。', '搬书']],
    ['GitHub’s alert', '> [!NOTE]\n> 船漏水。', ['船漏水。']],
    ['an escaped box', '> \\[!NOTE]\n> 船漏水。', ['[!NOTE]\n船漏水。']],
    ['names of blocks', '船来了。 ^a1b2\n\n- 人 ^x-1\n\n^c3', ['船来了。', '人']],
    ['tags', '#学习 #渡口/灯\n\n船来了，#编号 在前。', ['船来了，#编号 在前。']],
    ['a picture’s size', '船来了。\n\n![[灯.png|300]]\n\n![[灯.png|马灯]]', ['船来了。', '马灯']],
    ['words between underlines and plus signs', '这是__重点__内容，++新加++的，“__灯__”。', ['这是重点内容，新加的，“灯”。']],
    ['names and sums are none', 'C++和D++，++i与j++，__init__，a__b__c。', ['C++和D++，++i与j++，__init__，a__b__c。']],
    ['an outliner’s lines', '- 船来了\n  id:: 64-ab\n  collapsed:: true\n- 人走了\n  作者:: 林砚秋', ['船来了', '人走了作者:: 林砚秋']],
    ['in code they are text', '`[[x]]` 和 `==y==` 和 `{% z %}`。', ['[[x]] 和 ==y== 和 {% z %}。']],
  ])('%s', (_, body, text) => {
    expect(read(body).text.filter(line => line !== '')).toEqual(text)
  })

  it('leaves out the properties of a page, not the lines of a meeting', () => {
    expect(read('船来了。', '# 渡口\n\nStatus: Done\nTags: 学习\n\n## 船\n\n').messages).toEqual([expect.stringContaining('properties of a page')])
    const file = new VFile({ path: 'a.md', value: '# 例会\n\n时间：2024年3月9日\n地点：候船屋\n\n## 船\n\n船来了。\n' })
    expect(toJson(outlineOf(file)).lead.join()).toContain('地点：候船屋')
  })

  it.each([['boat.png', 'pics/boat.png'], ['渡口 1/lamp.png', '%E6%B8%A1%E5%8F%A3/lamp.png'], ['IMG_2041', 'IMG_2041.jpg'], ['Untitled', 'x/a.png'], ['image-20240309', 'image-20240309.png']])('a file’s name is no caption: %s', (alt, url) => {
    expect(read(`船来了。\n\n![${alt}](${url})`).text).toEqual(['船来了。'])
  })

  it('words are a caption, whatever the file is called', () => {
    expect(read('船来了。\n\n![老榕树](老榕树.png)').text).toEqual(['船来了。', '老榕树'])
  })
})

describe('the signs of MyST and MDX, and of exports', () => {
  it.each<[string, string, string[]]>([
    ['a box', '```{note}\n雨天**停渡**。\n\n- 船\n```', ['雨天停渡。', '船']],
    ['a box with a title and settings', '```{admonition} 小贴士\n:class: tip\n\n别落水。\n```', ['小贴士', '别落水。']],
    ['a box between colons', ':::{admonition} 小贴士\n:class: tip\n\n别落水。\n:::', ['小贴士', '别落水。']],
    ['code', '```{code-block} python\n:linenos:\n\nprint(1)\n```', ['print(1)']],
    ['settings of a cell', '```{r}\n#| label: fig-a\n#| echo: true\nplot(1)\n# | 2\n```', ['plot(1)\n# | 2']],
    ['a target', '(sec-boat)=\n船来了。', ['船来了。']],
    ['brackets are none', '(sec-boat)= 船来了。\n\n(人)=', ['(sec-boat)= 船来了。', '(人)=']],
    ['roles', '见{ref}`船 <sec-boat>`，H{sub}`2`O，{doc}`渡口志`。', ['见船，H₂O，渡口志。']],
    ['roles that lead nowhere', '用{code}`vector<int>`装，按{kbd}`Ctrl <x>`，见{ref}`<sec>`。', ['用vector<int>装，按Ctrl <x>，见<sec>。']],
    ['braces are none', '写 {a} 和 `b`，\\{ref}`c`。', ['写 {a} 和 b，{ref}c。']],
    ['imports and comments', 'import Tabs from \'@theme/Tabs\';\n\n船{/* 再核实 */}来了。', ['船来了。']],
    ['an import over lines, and a number given away', 'import {\n  Tabs,\n} from \'./tabs\'\n\nexport const year = 1936\n\n船来了。', ['船来了。']],
    ['words about importing are none', 'import 这个词从“船”来。', ['import 这个词从“船”来。']],
    ['tags of other editors', '<callout emoji="bulb">\n别落水。\n</callout>\n\n<image token="a1" width="8"/>\n\n<lark-td>船</lark-td>', ['别落水。', '船']],
    ['components that hold others', '<Tabs><TabItem value="a">\n\n船来了。\n\n</TabItem></Tabs>', ['船来了。']],
    ['words in brackets are none', '写 <v-click> 和 <your-name>，<完>，<name>船</name>。', ['写 <v-click> 和 <your-name>，<完>，<name>船</name>。']],
  ])('%s', (_, body, text) => {
    expect(read(body).text.filter(line => line !== '')).toEqual(text)
  })

  it.each(['```{note}\n雨天停渡3次。\n```', ':::{tip} 小贴士\n:class: x\n\n雨天停渡3次。\n:::', '(sec-a)=\n见{ref}`雨天停渡3次 <sec-a>`。', '<callout a="b">\n雨天停渡3次。\n</callout>'])('nothing else is lost of %j', async (body) => {
    const article = `# 渡口\n\n## 船\n\n${body}\n\n船来了。\n`
    expect((await lossesOf('a.md', article)).losses).toEqual([])
    expect((await lossesOf('a.md', article, replacing('停渡3次', '停渡次'))).losses).toMatchObject([{ words: '3' }])
  })
})

describe('the signs of Docsify and of CriticMarkup, and tables of contents that programs make', () => {
  it.each<[string, string, string[], number]>([
    ['calls for attention', '!> 别落水。\n\n?> 坐稳。', ['别落水。', '坐稳。'], 0],
    ['escaped, they are text', '\\!> 别落水。', ['!> 别落水。'], 0],
    ['changes', '船{++已经++}来了{--吗--}，走{~~三~>五~~}里{>>核对<<}，{==要紧==}。', ['船已经来了，走五里，要紧。'], 2],
    ['braces are none', '集合 {a--b}，{++c。', ['集合 {a--b}，{++c。'], 0],
    ['a table of contents', '<!-- START doctoc -->\n**目录** *generated*\n\n- [船](#船)\n\n<!-- END doctoc -->\n\n船来了。', ['船来了。'], 1],
    ['a comment alone', '<!-- toc -->\n\n船来了。', ['船来了。'], 0],
    ['a link back', '船来了。\n\n[回到顶部](#渡口)', ['船来了。'], 1],
    ['a link in a sentence', '见[船](#船)。', ['见船。'], 0],
  ])('%s', (_, body, text, told) => {
    expect(read(body).text).toEqual(text)
    expect(read(body).messages.filter(reason => reason.startsWith('Left out'))).toHaveLength(told)
  })

  it('a heading’s name', () => {
    expect(toJson(outlineOf(new VFile({ path: 'a.md', value: '# 渡口\n\n## 船 :id=boat\n\n船来了。\n' }))).parts[0]!.title).toBe('船')
  })

  it.each([['1986. 那一年船修好了。', ['1986. 那一年船修好了。']], ['1986. 修船。\n1990. 修桥。', ['1986. 修船。', '1990. 修桥。']], ['1. 选址\n2. 挖土\n\n2003. 修桥。', ['选址', '挖土', '2003. 修桥。']], ['7. 修船。', ['修船。']]])('numbers that are years are words: %j', async (body, text) => {
    expect(read(body).text).toEqual(text)
    expect((await lossesOf('a.md', `# 渡口\n\n## 船\n\n${body}\n`)).losses).toEqual([])
  })

  it('boxes of numbered items, and names of values, are no loss', async () => {
    expect((await lossesOf('a.md', '---\ntitle: 渡口\ntags: &t\n  - 船\n---\n\n## 船\n\n1. [ ] 编号\n2. [x] 登记\n')).losses).toEqual([])
  })
})

describe('definitions that are notes', () => {
  it.each<[string, string, string[]]>([
    ['a note', '船是木头做的[1]。\n\n[1]: 见《渡口镇志》第十二页。', ['船是木头做的[1]。', '[1]: 见《渡口镇志》第十二页。']],
    ['an address', '船是[木头][1]做的。\n\n[1]: https://a.org/船', ['船是木头做的。']],
    ['a file', '船是[木头][1]做的。\n\n[1]: 渡口/船.md', ['船是木头做的。']],
  ])('%s', (_, body, text) => {
    expect(read(body).text).toEqual(text)
  })
})

describe('the signs of pandoc and of sites', () => {
  it.each<[string, string, string[]]>([
    ['attributes', '[煤油**灯**]{.underline}与`a`{.r}与[网](https://a.cn){target=_blank}。 {#p .x}', ['煤油灯与a与网。']],
    ['braces that are none', '集合 {x=1} 和 [注]{船}，{a: 1}', ['集合 {x=1} 和 [注]{船}，{a: 1}']],
    ['powers of powers', '3^2^2 和 2^10^。', ['3^2^2 和 2¹⁰。']],
    ['abbreviations', 'HTML页。\n\n*[HTML]: Hyper Text\n*[CSS]: Sheets', ['HTML页。']],
    ['components', '船 <Badge text="新" :n="1"/>来了。\n\n<Tab label="甲">\n\n人。\n\n</Tab>', ['船 来了。', '人。']],
    ['names in angle brackets', 'List<T> 与 <Name>。', ['List<T> 与 <Name>。']],
    ['raised and lowered', 'm^2^ H~2~O 10^-3^ ^_^ 5^2。', ['m² H₂O 10⁻³ ^_^ 5^2。']],
    ['divisions', '::: {.columns}\n船。\n::: {.column width="50%"}\n人。\n:::\n:::', ['船。', '人。']],
    ['divisions with a title', '::: tip 窍门\n船。\n:::\n\n:::note[注意]\n人。\n:::\n\n::: {.callout-tip}\n## 题\n灯。\n:::', ['窍门', '船。', '注意', '人。', '题', '灯。']],
    ['a division in a list', '- 船\n\n  ::: tip\n  人。\n  :::', ['船', '人。']],
    ['a fence that is none', '::: 这不是容器。', ['::: 这不是容器。']],
    ['pauses and pages', '船。\n\n. . .\n\n\\newpage\n\n人。\n\\vspace{1em}', ['船。', '人。']],
    ['tables of contents', '[TOC]\n\n[[toc]]\n\n@[toc](目录)\n\n* TOC\n{:toc}\n\n船。\n{: .lead}', ['船。']],
    ['an admonition', '!!! note "窍门"\n\n    船**来**了。\n\n    人。\n\n灯。', ['窍门', '船来了。', '人。', '灯。']],
    ['tags of a site', '{% note info %}\n船。\n{% endnote %}\n\n{% raw %}人{% endraw %}{{ site.title }}灯。\n\n{% comment %}\n不要。\n{% endcomment %}', ['船。', '人灯。']],
    ['words in tags', '见{% post_link lamp \'渡口的灯\' %}和{% label primary @马灯 %}。', ['见渡口的灯和马灯。']],
    ['Hugo’s shortcodes', '{{% notice note %}}\n船。\n{{% /notice %}}\n\n见[前文]({{< ref "a.md" >}})。', ['船。', '见前文。']],
    ['pictures in tags', '船。\n\n{{< figure src="灯.png" title="马灯" >}}\n\n{% asset_img 灯.png 汽灯 %}', ['船。', '马灯', '汽灯']],
    ['code in tags', '{% highlight ruby %}\nlamp()\n{% endhighlight %}', ['lamp()']],
    ['code that is not shown', '船。\n\n```{r}\n#| echo: false\nplot()\n```', ['船。']],
    ['a drawn table', '+---+---+\n| 甲 | 乙 |\n+===+===+\n| 一 | 二 |\n+---+---+', ['甲 乙', '一 二']],
    ['marks in the cells of a drawn table', '+---+---+\n| **甲** | `乙` |\n+===+===+\n| [一](a.md) | 二*三* |\n|  | # 四 |\n+---+---+', ['甲 乙', '一 二三# 四']],
    ['a drawn edge that is none', '+---+\n船。', ['+---+船。']],
    ['emoji', '船 :smile: :no_such: 10:30。', ['船 😄 :no_such: 10:30。']],
  ])('%s', (_, body, text) => {
    expect(read(body).text).toEqual(text)
  })

  it('a speaker’s note is said and not shown', async () => {
    const { decks } = await generate({ path: 'a.md', value: '# 渡口\n\n## 船\n\n渡船每天早上从对岸过来。\n\n::: {.notes}\n这里停一停。\n:::\n\n## 人\n\n人走了。\n' })
    expect(decks[0]!.markdown.replace(/<!--[\s\S]*?-->/g, '')).not.toContain('停一停')
    expect(decks[0]!.markdown).toContain('这里停一停。')
  })

  it.each([
    ['% 渡口\n% 林砚秋；周渡\n% 2024年3月\n\n# 船 {#a .b}\n\n船来了。\n\n# 人\n\n人走了。\n', '林砚秋、周渡　2024年3月'],
    ['---\ntitle: 渡口\nauthor:\n  - name: 林砚秋\n  - {given: 渡, family: 周}\ndate: today\n---\n\n## 船 {-}\n\n船来了。\n', '林砚秋、周渡'],
  ])('authors: %j', (value, byline) => {
    expect(toJson(outlineOf(new VFile({ path: 'a.md', value })))).toMatchObject({ title: '渡口', byline, parts: [{ title: '船' }, ...value.includes('# 人') ? [{ title: '人' }] : []] })
  })
})

it('reads notes that stand in a line as footnotes', () => {
  const written = markdownOf(new VFile({ path: 'a.md', value: '# 渡口\n\n## 船\n\n船^[见[志](https://a.cn)。]来了^[**口述**]。\n' }))
  expect(written).toContain('船[^note-1]来了[^note-2]。\n\n[^note-1]: 见[志](https://a.cn)。\n\n[^note-2]: **口述**')
})

/** What opens something that nobody closes. */
const ENDLESS = ['<', '<b>', '<div>\n\n', '[[', '[[a', '==', ' ==a', '{', '{% a', '{.a ', ':::', '::: a\n', '%%', '^[a', '[a]{', '#a ']

it.each(drawn(ENDLESS, 3))('takes time in proportion to its length: 30 kB of %j', (piece) => {
  const value = `# 渡口\n\n${piece.repeat(30_000 / piece.length)}\n\n## 船\n\n船来了。\n`
  expect(outlineOf(new VFile({ path: 'a.md', value })).parts.length).toBeGreaterThan(0)
}, 20_000)
