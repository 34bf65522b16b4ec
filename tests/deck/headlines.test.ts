import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { headlinesIn } from '../../scripts/deck/prose/headlines.ts'
import { toProse } from '../../scripts/deck/prose/voices.ts'
import { toUnits } from '../../scripts/deck/units.ts'
import { outlineOf } from '../../scripts/pipeline.ts'

/** All that could head a slide of a paragraph, best first. */
function headlinesOf(text: string, heading = ''): { words: string, score: number }[] {
  const outline = outlineOf(new VFile({ path: 'a.md', value: `# 题\n\n## 部分\n\n${text}\n` }))
  const prose = toProse(outline.parts[0]!.lead.flatMap(toUnits))
  return headlinesIn(prose, heading)
    .map(({ start, end, score }) => ({ words: prose.text.slice(start, end), score }))
    .sort((one, other) => other.score - one.score)
}

describe('the best headline of a paragraph', () => {
  it.each<[why: string, text: string, headline: string]>([
    ['the first sentence that says something outright', '渡口是两岸的命脉。修船的人在岸边住了三十年，灯油一年比一年贵。', '渡口是两岸的命脉'],
    ['what a modal asks for', '春天的水来得很急，岸边的石头被冲走了不少。必须赶在清明以前把灯修好。', '必须赶在清明以前把灯修好'],
    ['a clause with words of the heading', '大家商量了三次，把社区食堂定在老粮站里。后来又添了两口锅。', '大家商量了三次，把社区食堂定在老粮站里'],
    ['a condition with what holds under it', '离开这一条，渡口的事业就不可能成功。', '离开这一条，渡口的事业就不可能成功'],
    ['没有… with what follows', '没有这条船，山里的药材就运不出来。', '没有这条船，山里的药材就运不出来'],
    ['what the last sentence comes down to', '这些年换过几个办法。有的管用，有的不管用。归根到底，人是渡口最要紧的东西。', '归根到底，人是渡口最要紧的东西'],
    ['what stands behind a word that only joins', '他们也留过灯。可是，光凭好心守不住一个渡口。', '光凭好心守不住一个渡口'],
    ['a clause with its subject, not one that is said of it', '春天，守灯的人把船拖上岸，仔细补好了三处裂缝，等着水退下去。', '守灯的人把船拖上岸'],
    ['English that asserts', 'It rained for a week. The bridge is the only way across the river. Nobody had asked.', 'The bridge is the only way across the river'],
    ['not what people took to be so', '许多人以为渡口要关了。老李把船修好了一半。', '老李把船修好了一半'],
    ['a thesis at the end, not what somebody knew on the way', 'I knew it was hard. I could see the oars in things. I rowed all night. I had lost the boat, and in losing the boat I had found a river.', 'I had lost the boat, and in losing the boat I had found a river'],
    ['English that says something, not what only says that it will', 'I want to begin with a letter. The keeper of the ford wrote it in May.', 'The keeper of the ford wrote it in May'],
    ['what holds now, not when it was told', 'Three summers ago I took the boat to be mended. The keeper of the ford has no chair for guests.', 'The keeper of the ford has no chair for guests'],
    ['a whole sentence before what stands behind ；', 'Ann liked rowing; the boat is what was left. The keeper rows another boat across the ford.', 'The keeper rows another boat across the ford'],
    ['what is said, not what is not', 'I am not saying that the old ford is better. The new ford is dry in every season.', 'The new ford is dry in every season'],
    ['what leads up to ：, with what it leads up to', '修船之前，老李做了一件不起眼的事：给每条船编号。', '老李做了一件不起眼的事：给每条船编号'],
    ['not what the next clause turns', '守灯的人在岸上看到的是一片喜庆，水下却是另外一回事。灯才是渡口最要紧的东西。', '灯才是渡口最要紧的东西'],
    ['not what the other half of a sentence turns', '年轻的船工力气大；但他们没有见过大水。渡口的船一年要修两回。', '渡口的船一年要修两回'],
    ['not one of many', '有一只船的篷布还没有拆，上面落满了灰。渡口添了三只船。', '渡口添了三只船'],
    ['not where somebody went', '老李回到渡口的老屋。船上的木头要晒三个月才能用。', '船上的木头要晒三个月才能用'],
    ['not what leans on the sentence before', 'The ferry must sail in winter. It had no engine then. But that was long ago.', 'The ferry must sail in winter'],
  ])('%s', (_, text, headline) => {
    expect(headlinesOf(text, text.includes('食堂') ? '社区食堂开在老粮站' : '')[0]?.words).toBe(headline)
  })
})

describe('a headline', () => {
  it.each<[why: string, text: string, words: string]>([
    ['a main clause behind when it was so', 'Every evening that spring, the keeper rang the bell, and nobody came.', 'Every evening that spring, the keeper rang the bell'],
    ['a subject that a question word begins', 'What is needed now is a second boat.', 'What is needed now is a second boat'],
    ['a clause before what able people get', '旧路修好了，村里的人才得到了重用。', '旧路修好了'],
    ['a clause before what somebody has done', '学校办了十年，他们的成就得到了认可。', '学校办了十年'],
    ['a clause before how many came', '水退了，那么多的船都回来了。', '水退了，那么多的船都回来了'],
    ['what is so for a reason', '船停了三天是因为风大。', '船停了三天是因为风大'],
    ['a sentence that begins small', 'npm is a tool for packages. It rained.', 'npm is a tool for packages'],
    ['who it was', '谁把灯点亮了，村里的人都知道。', '谁把灯点亮了'],
    ['how long something was done', '他守了三十年，从没有离开过。', '他守了三十年'],
    ['how long something takes', '修一条船要三个月。', '修一条船要三个月'],
    ['what is behind others', '渡口的生意一年比一年落后，人也走了。', '渡口的生意一年比一年落后'],
    ['what stands in front', '老人把灯放在最前，船就不会走错。', '老人把灯放在最前，船就不会走错'],
    ['what is not done, before what is', '守灯的人不喝酒，渡口的船就停在岸边。', '渡口的船就停在岸边'],
    ['what quotes and says something', '老人说的“没有灯就没有船”今年应验了。', '老人说的“没有灯就没有船”今年应验了'],
    ['what is cheap, before what it costs', '船票真的很便宜，只需五元。', '船票真的很便宜'],
    ['a place in English', 'To the north lies the old harbour.', 'To the north lies the old harbour'],
    ['an amount that is more than so much', '码头的客人在三百人以上，过节还要多。', '码头的客人在三百人以上'],
    ['a distance that is all there is to say', '码头离村子在三百米以内。', '码头离村子在三百米以内'],
    ['what holds, and nothing under it', '水位超过一米，船停在岸边。', '水位超过一米，船停在岸边'],
    ['a count that does something', '三分之一的人反对修桥，其余的人不说话。', '三分之一的人反对修桥'],
    ['a row of things that are done', '修船、点灯、看水都归他管，工钱一年一结。', '修船、点灯、看水都归他管'],
    ['what is done for a purpose', 'To mend a lamp is a long day of work.', 'To mend a lamp is a long day of work'],
    ['two words that say something', 'It rained, and the ferry stayed at the quay.', 'It rained, and the ferry stayed at the quay'],
    ['its reason with it', '渡口之所以能开下去，是因为有人守灯。', '渡口之所以能开下去，是因为有人守灯'],
    ['two things to their end', 'Two things are left: the oars on the north bank, and the lamp.', 'Two things are left: the oars on the north bank, and the lamp'],
    ['how many they are', '来看新灯的人不少，码头上站满了。', '来看新灯的人不少'],
    ['what is asked with what is said of it', '渡口修不修，两岸的人说了算。', '渡口修不修，两岸的人说了算'],
    ['a name with what is said of it', '修船这件人人都说要紧的事情，往往没有人去做。', '修船这件人人都说要紧的事情，往往没有人去做'],
    ['what is told by a question word', 'What the keeper wants is a new lamp.', 'What the keeper wants is a new lamp'],
  ])('may be %s', (_, text, words) => {
    expect(headlinesOf(text).map(headline => headline.words)).toContain(words)
  })
})

describe('no headline', () => {
  it.each<[why: string, text: string, words: string]>([
    ['the first of two things', 'Two things are left: the oars on the north bank, and the lamp.', 'Two things are left: the oars on the north bank'],
    ['a subject with half of what is told of it', 'The old boat, which I had built in a barn, and which I was proud of, had sunk at the quay.', 'The old boat, which I had built in a barn'],
    ['what waits for its reason', '我的回答是，正因为船小，才要天天看。', '我的回答是'],
    ['a reason without what follows from it', '我的回答是，正因为船小，才要天天看。', '我的回答是，正因为船小'],
    ['what its subject has to do with', '看灯也看油，关系到一船人能不能平安到岸。', '关系到一船人能不能平安到岸'],
    ['what it is about, without what is done', '全村围绕修桥的事，提了十几条意见。', '全村围绕修桥的事'],
    ['what somebody does, without the end of it', 'The keeper heard the bell, looked at the river, and saw that the boat was gone.', 'The keeper heard the bell, looked at the river'],
    ['what only names a thing of which something is said', '坡地上多撒的几百斤化肥，几个月之后都流进了河里。', '坡地上多撒的几百斤化肥'],
    ['half of a condition', '如果水涨过三米，渡船就停。', '如果水涨过三米'],
    ['what holds only under it', '如果水涨过三米，渡船就停在对岸。', '渡船就停在对岸'],
    ['what follows', '大家的心气顺，渡口就能一年年开下去。', '渡口就能一年年开下去'],
    ['a time', '三十年以来，渡口换过四任船工。', '三十年以来'],
    ['whenever something is so', '什么时候渡口的灯亮着，两岸的日子就过得稳。', '什么时候渡口的灯亮着'],
    ['what its reason is for', '渡口剩下的木板因为要等上游的船，还没有换。', '渡口剩下的木板因为要等上游的船'],
    ['a clause cut in a small letter', 'The keeper liked digging; the tree is what was left over.', 'the tree is what was left over'],
    ['how long it has been', '渡口重开八个月，坐船的人比往年多了一倍。', '渡口重开八个月'],
    ['how long ago that was', '二十多年过去，灯还在原来的地方。', '二十多年过去'],
    ['under what help', '渡口在两岸的老船工的带领下，三年没有停过一天。', '渡口在两岸的老船工的带领下'],
    ['what is set beside it', '与前年的水位相比，码头低了一米。', '与前年的水位相比'],
    ['after what', '守灯的人在听到对岸的钟声后，把船推下了水。', '守灯的人在听到对岸的钟声后'],
    ['before what', '码头的人在大水到来前，把灯搬上了山。', '码头的人在大水到来前'],
    ['while what lasts', '渡船停航期间，人们走桥。', '渡船停航期间'],
    ['what comes of what is denied', '不弄清上游的水情，两岸的人家就不敢动身。', '两岸的人家就不敢动身'],
    ['a name with somebody else\'s words in it', '《渡口记》中“没有灯就没有船”的著名说法，是从这里来的。', '《渡口记》中“没有灯就没有船”的著名说法'],
    ['a scene', '在修船的过程中，大家学会了看水。', '在修船的过程中'],
    ['a reason', '因为没有人看灯，船撞上了石头。', '因为没有人看灯'],
    ['a time, roughly', '大约从二十年前开始，箱子里的蜂不见了。', '大约从二十年前开始'],
    ['a purpose', '要想留住船工，先要修好灯。', '要想留住船工'],
    ['what is granted behind its subject', '渡船虽然能开十公里，真正要开的只有三公里。', '渡船虽然能开十公里'],
    ['what is denied, without what takes its place', '渡口不再追求船多，而是把每条船修好。', '渡口不再追求船多'],
    ['what is given up', '渡口的想法是：不再追求船多，把力气放在修船上。', '不再追求船多'],
    ['a purpose, in English', 'To keep the lamps lit, they take turns.', 'To keep the lamps lit'],
    ['a concession of two words', 'Even if the river rises, the ferry sails.', 'Even if the river rises'],
    ['one of a row', 'Asham, Hallin, and Ludd are good examples of it.', 'Asham, Hallin'],
    ['what only needs something', '对一条小船来讲，指定一个船长，只需在门上写个名字。', '指定一个船长'],
    ['half of what something follows from', '当船修好了，人也到齐了，那么就应该开船。', '人也到齐了，那么就应该开船'],
    ['names in a row of which something is said', '主要的作物，水稻、小麦、玉米，是靠风授粉的。', '主要的作物，水稻、小麦、玉米'],
    ['an amount of which something is said', '船队忙一年，一百二十吨的货，有一半运回来了。', '船队忙一年，一百二十吨的货'],
    ['a condition that no word marks', '水位超过一米，停在岸边的船就会漂走。', '水位超过一米'],
    ['how far something holds', '码头在三百米以内，往返一趟只要几分钟。', '码头在三百米以内'],
    ['what waits for its reason', '渡口之所以能开下去，是因为有人守灯。', '渡口之所以能开下去'],
    ['a question torn off', 'Why do your readers, of all people, like it?', 'Why do your readers'],
    ['what stops before what it says', '大家都清醒地认识到，灯比船要紧。', '大家都清醒地认识到'],
    ['what goes on with the clause before', '他修好了船，并且把灯也点亮了。', '并且把灯也点亮了'],
    ['a contrast\'s second half', '这不是一条船，而是一条命。', '而是一条命'],
    ['what is asked, without what is said of it', '渡口的船办不办得下去，在岸上争了很久，在水里一看就明白了。', '渡口的船办不办得下去'],
    ['a time when something was', '起因不大，有一年冬天，船撞上了石头。', '有一年冬天'],
    ['how long it has been, whatever is counted', '湖从底下往上冻，一个冬天下来，水都成了冰。', '湖从底下往上冻，一个冬天下来'],
    ['a relative clause', 'The clock, which had stopped in March, struck nine.', 'which had stopped in March'],
    ['what a relative clause is torn from', 'The keeper of the clock, who had slept, woke at nine.', 'The keeper of the clock'],
    ['an English condition by halves', 'Unless the river rises, and it never does, the ferry sails.', 'Unless the river rises'],
  ])('%s', (_, text, words) => {
    expect(headlinesOf(text).map(headline => headline.words)).not.toContain(words)
  })

  it.each<[why: string, text: string, words: string]>([
    ['that takes up what was said before', '这就是渡口的全部家当。', '这就是渡口的全部家当'],
    ['that says that something else is so', '老船工说的正是这个道理。', '老船工说的正是这个道理'],
    ['that asks', '渡口还要不要留着？', '渡口还要不要留着？'],
    ['that names and says nothing', '人民群众的崇高品格，谁都知道。', '人民群众的崇高品格'],
    ['that says that something comes', '下面我只讲两件事。', '下面我只讲两件事'],
    ['that tells what somebody asks', '有人问我，渡口的人都到哪里去了。', '有人问我，渡口的人都到哪里去了'],
    ['that is a piece of a question', '有要修的一条船，还有修好它的勇气吗？', '有要修的一条船'],
    ['that asks with its last words', '两岸的渡口有多少。', '两岸的渡口有多少'],
    ['that asks, in other words', 'I asked the keeper which of them was right.', 'I asked the keeper which of them was right'],
    ['that says that something comes, with a word between', 'There are, in practice, three ways out of this.', 'There are, in practice, three ways out of this'],
    ['that says that something comes, in English', 'There are three ways out of this.', 'There are three ways out of this'],
    ['that is told of some of what was named before', 'Many are older than the railways.', 'Many are older than the railways'],
    ['that says that something is to be remembered', '请大家记住这一点。', '请大家记住这一点'],
    ['that stands in brackets', '（渡口在下游还有一个。）', '（渡口在下游还有一个。）'],
    ['that says that something is made clear', '写到这里，得替渡口澄清一下。', '写到这里，得替渡口澄清一下'],
    ['that says that it is simple', '道理其实很简单。', '道理其实很简单'],
    ['that says how great a lesson is', '渡口三十年的启示十分深刻。', '渡口三十年的启示十分深刻'],
    ['that is told of one of two', '后者往往更挑地方。', '后者往往更挑地方'],
    ['that is told of the rest', 'The remaining three were held under way.', 'The remaining three were held under way'],
    ['that answers a question', '是我们自己的办公室。', '是我们自己的办公室'],
    ['that takes up what was said before, in English', 'They had never seen such a bridge before.', 'They had never seen such a bridge before'],
  ])('is good %s', (_, text, words) => {
    const inside = /\p{Script=Han}/u.test(text) ? `灯在岸上。${text}船在水里。` : `The lamp is lit. ${text} The ferry sails.`
    expect(headlinesOf(inside).find(headline => headline.words === words)?.score ?? -1).toBeLessThan(0.1)
  })
})
