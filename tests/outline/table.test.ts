import { describe, expect, it } from 'vitest'
import { toJson } from '../../scripts/outline/json.ts'
import { readNumber } from '../../scripts/outline/numbering.ts'
import { readOrdinal } from '../../scripts/outline/ordinals.ts'
import { outlineOf } from '../../scripts/pipeline.ts'
import { article } from '../support/articles.ts'

/** A paragraph's text, long enough to be one. */
const P = '河水从山脚流过，渡口的灯到半夜才熄，坐船的人一年比一年少。'
const Q = '老人把船系在柳树上，说起三十年前的洪水，村里人至今都还记得。'

const TOLD = 'People came from both banks, and none of them went home before they had heard the whole of it from the keeper.'

/** An outline in one line: title <subtitle> [byline] lead { part lead ( point paragraphs … ) closing … } closing */
function line(text: string): string {
  const { title, subtitle, byline, lead, parts, closing } = toJson(outlineOf(article(text)))
  return [
    title,
    subtitle === undefined ? '' : `<${subtitle}>`,
    byline === undefined ? '' : `[${byline}]`,
    lead.length,
    ...parts.map(part => `{ ${part.title} ${part.lead.length}${part.points.map(point => ` ( ${point.title} ${point.paragraphs.length} )`).join('')} ${part.closing.length} }`),
    closing.length,
  ].filter(piece => piece !== '').join(' ')
}

/** Articles that once went wrong or might, with the source of the rule. */
const TABLE: readonly (readonly [source: string, text: string, outline: string])[] = [
  // What heads parts, and what does not
  ['a notice of a meeting: keys of numbered lines', `通知\n\n${P}\n\n一、时间：7月9日下午2:30\n\n二、地点：候船屋（南山路88号）\n\n三、有关要求：请于7月5日前报名`, '通知 1 { 时间 1 0 } { 地点 1 0 } { 有关要求 1 0 } 0'],
  ['the same with text between: headings as they stand', `通知\n\n一、案例：一盏灯\n\n${P}\n\n二、案例：一条船\n\n${Q}`, '通知 0 { 案例：一盏灯 1 0 } { 案例：一条船 1 0 } 0'],
  ['a life: lines in capitals', `Jane Doe\n\nPROFILE\n\n${TOLD}\n\nEDUCATION\n\nMA, Sheffield, 2011\n\nREFERENCES\n\nOn request.`, 'Jane Doe 0 { PROFILE 1 0 } { EDUCATION 1 0 } { REFERENCES 1 0 } 0'],
  ['one line in capitals heads nothing that a line might not', `Jane Doe\n\n${TOLD}\n\nNOTICE\n\nMA, Sheffield, 2011\n\n${TOLD}`, 'Jane Doe 0 { People came from both banks 4 0 } 0'],
  ['lines in capitals one below the other', `Jane Doe\n\n${TOLD}\n\nOLD FERRY\n\nTHE LANDING\n\n${TOLD}`, 'Jane Doe 0 { People came from both banks 4 0 } 0'],
  ['a talk: a greeting is no first clause', `毕业典礼上的讲话\n\n亲爱的同学们、各位家长：\n\n大家上午好！\n\n${P}\n\n${Q}`, '毕业典礼上的讲话 2 { 河水从山脚流过，渡口的灯到半夜才熄，坐船的人一年比一年少 2 0 } 0'],
  ['a talk: several are greeted at once', `毕业典礼上的讲话\n\n各位领导、各位来宾，女士们、先生们，下午好！${P}\n\n${Q}`, '毕业典礼上的讲话 0 { 河水从山脚流过，渡口的灯到半夜才熄，坐船的人一年比一年少 2 0 } 0'],
  ['no greeting: what was good', `毕业典礼上的讲话\n\n各位的船，今年都好！${P}\n\n${Q}`, '毕业典礼上的讲话 0 { 各位的船，今年都好！ 2 0 } 0'],
  ['a letter: a greeting before the first clause', `给孩子的信\n\n亲爱的小满：\n\n你好！${P}\n\n${Q}`, '给孩子的信 1 { 河水从山脚流过，渡口的灯到半夜才熄，坐船的人一年比一年少 2 0 } 0'],
  ['what only begins like a greeting', `给孩子的信\n\n好多人问起渡口的灯，我都说还亮着。\n\n${Q}`, '给孩子的信 0 { 好多人问起渡口的灯，我都说还亮着 2 0 } 0'],
  ['a talk: sayings that are counted', `渡口\n\n一、嘱咐\n\n第一句话，要看水。${P}\n\n第二句话，要看风。${Q}\n\n二、船\n\n${P}`, '渡口 0 { 嘱咐 0 ( 要看水 1 ) ( 要看风 1 ) 0 } { 船 1 0 } 0'],
  ['a release to papers', `FOR IMMEDIATE RELEASE\n\nThe Ferry Runs Again\n\nEvery morning from June 8\n\nUPPER FORD, June 3, 2024 — ${TOLD}\n\nAbout the Ferry\n\n${TOLD}`, 'The Ferry Runs Again <Every morning from June 8> 1 { About the Ferry 1 0 } 0'],
  ['a title that only begins so', `For Release From the River\n\n1. The boat\n\n${TOLD}\n\n2. The man\n\n${TOLD}`, 'For Release From the River 0 { The boat 1 0 } { The man 1 0 } 0'],
  ['minutes: who met, what it was, and when', `Upper Ford Parish Council\n\nMinutes of the Annual Meeting\n\nHeld on Tuesday, 14 May 2024 at 7.30 p.m. in the hall\n\n1. The boat\n\n${TOLD}\n\n2. The man\n\n${TOLD}`, 'Minutes of the Annual Meeting <Upper Ford Parish Council> [Held on Tuesday, 14 May 2024 at 7.30 p.m. in the hall] 0 { The boat 1 0 } { The man 1 0 } 0'],
  ['a title that ends as a body does', `The Parish Council\n\n1. The boat\n\n${TOLD}\n\n2. The man\n\n${TOLD}`, 'The Parish Council 0 { The boat 1 0 } { The man 1 0 } 0'],
  // Title block
  ['GB/T 9704—2012 7.3.1: a title on its own line', `渡口\n\n一、船\n\n${P}\n\n二、人\n\n${Q}`, '渡口 0 { 船 1 0 } { 人 1 0 } 0'],
  ['newspaper usage: a column in brackets after the title', `渡口（水边随笔）\n\n一、船\n\n${P}\n\n二、人\n\n${Q}`, '渡口 <水边随笔> 0 { 船 1 0 } { 人 1 0 } 0'],
  ['GB/T 15834—2011 4.13: —— before a subtitle', `渡口——一条河的故事\n\n一、船\n\n${P}\n\n二、人\n\n${Q}`, '渡口 <一条河的故事> 0 { 船 1 0 } { 人 1 0 } 0'],
  ['the same, on a line of its own', `渡口\n——一条河的故事\n\n一、船\n\n${P}\n\n二、人\n\n${Q}`, '渡口 <一条河的故事> 0 { 船 1 0 } { 人 1 0 } 0'],
  ['newspaper usage: a unit in brackets is the byline', `渡口\n\n（水边村委员会）\n\n一、船\n\n${P}\n\n二、人\n\n${Q}`, '渡口 [水边村委员会] 0 { 船 1 0 } { 人 1 0 } 0'],
  ['book usage: who wrote it', `渡口\n林砚秋　著\n\n一、船\n\n${P}\n\n二、人\n\n${Q}`, '渡口 [林砚秋　著] 0 { 船 1 0 } { 人 1 0 } 0'],
  ['newspaper usage: reporter and date', `渡口\n\n本报记者　王明\n\n2024年5月16日\n\n一、船\n\n${P}\n\n二、人\n\n${Q}`, '渡口 [本报记者　王明　2024年5月16日] 0 { 船 1 0 } { 人 1 0 } 0'],
  ['a name in Latin letters, above numbered headings', `The Ford\n\nHelen Marsh Adeyemi\n\nI. The Boat\n\nThe boat was made of wood, and it had lasted for thirty years.\n\nII. The Man\n\nThe man was called Lee, and he answered to it.`, 'The Ford [Helen Marsh Adeyemi] 0 { The Boat 1 0 } { The Man 1 0 } 0'],
  ['newspaper usage: what stands over a title', `本报评论员\n\n渡口\n\n一、船\n\n${P}\n\n二、人\n\n${Q}`, '渡口 [本报评论员] 0 { 船 1 0 } { 人 1 0 } 0'],
  ['who asks is no byline', `渡口\n\n记者：您撑了多少年船？\n\n老李：${P}\n\n记者：现在还撑吗？\n\n老李：${Q}`, '渡口 0 { 渡口 0 ( 您撑了多少年船？ 1 ) ( 现在还撑吗？ 1 ) 0 } 0'],
  ['a date that goes on is text', `那一天\n\n2008年5月12日，地动山摇。\n\n${P}\n\n${Q}`, '那一天 0 { 2008年5月12日，地动山摇 3 0 } 0'],
  ['talk after dashes is no subtitle', `渡口\n\n——“你来了？”\n\n——“来了。”\n\n${P}`, '渡口 0 { ——“你来了？” 3 0 } 0'],
  ['brackets at the end that tell something are text', `渡口\n\n${P}\n\n${Q}\n\n（记者在渡口看到，洪水已经退去）`, '渡口 0 { 河水从山脚流过，渡口的灯到半夜才熄，坐船的人一年比一年少 3 0 } 0'],
  ['book usage: who wrote a classical poem', '登鹳雀楼\n唐·王之涣\n\n一、原文\n\n白日依山尽，黄河入海流。\n\n二、赏析\n\n前两句写所见，后两句写所想。', '登鹳雀楼 [唐·王之涣] 0 { 原文 1 0 } { 赏析 1 0 } 0'],
  ['the same in brackets', `赤壁賦\n\n〔宋〕蘇軾\n\n一、原文\n\n${P}\n\n二、賞析\n\n${Q}`, '赤壁賦 [〔宋〕蘇軾] 0 { 原文 1 0 } { 賞析 1 0 } 0'],
  ['school usage: who wrote it, behind a class', `读《渡口》有感\n初二（3）班　林小雨\n\n${P}\n\n${Q}`, '读《渡口》有感 [初二（3）班　林小雨] 0 { 河水从山脚流过，渡口的灯到半夜才熄，坐船的人一年比一年少 2 0 } 0'],
  ['papers: names with marks of where they work', `River Lamps and Their Keepers\n\nAda Lin¹, Bo Zhou²*\n\n¹ Liuxi College, China\n\n² Institute of Landings, London\n\n1. Lamps\n\n${TOLD}\n\n2. Keepers\n\n${TOLD}`, 'River Lamps and Their Keepers [Ada Lin¹, Bo Zhou²*　¹ Liuxi College, China　² Institute of Landings, London] 0 { Lamps 1 0 } { Keepers 1 0 } 0'],
  ['a title in two languages', `渡口\n\nThe Old Landing\n\n林砚秋\n\n一、船\n\n${P}\n\n二、人\n\n${Q}`, '渡口 <The Old Landing> [林砚秋] 0 { 船 1 0 } { 人 1 0 } 0'],
  ['headings in another language than the title', `渡口\n\nThe Boat\n\n${P}\n\nThe Keeper\n\n${Q}`, '渡口 0 { The Boat 1 0 } { The Keeper 1 0 } 0'],
  ['what a program for meetings says below the title', `渡口座谈\n2024年3月9日 上午 9:30|18分钟 25秒\n\n一、船\n\n${P}\n\n二、人\n\n${Q}`, '渡口座谈 [2024年3月9日 上午 9:30|18分钟 25秒] 0 { 船 1 0 } { 人 1 0 } 0'],
  ['a sentence that begins with an hour', `渡口座谈\n\n2024年3月9日 上午 9:30开船，大家都来了。\n\n一、船\n\n${P}\n\n二、人\n\n${Q}`, '渡口座谈 1 { 船 1 0 } { 人 1 0 } 0'],
  ['what a key leads up to heads nothing', `渡口座谈\n\n关键词:\n\n船、人、灯\n\n${P}\n\n船、桨\n\n${Q}`, '渡口座谈 3 { 船、桨 1 0 } 0'],
  ['a question below who asks it heads nothing', `渡口座谈\n\n周渡 00:05\n${P}\n\n老李 00:20\n谁来开船？\n\n周渡 00:30\n${Q}`, '渡口座谈 0 { 河水从山脚流过，渡口的灯到半夜才熄，坐船的人一年比一年少 3 0 } 0'],
  ['a question alone may head what answers it', `渡口座谈\n\n${P}\n\n谁来开船？\n\n${Q}`, '渡口座谈 1 { 谁来开船？ 1 0 } 0'],
  ['a plan of lessons: hours number parts', `渡口\n\n第一课时\n\n${P}\n\n第二课时\n\n${Q}`, '渡口 0 { 第一课时 1 0 } { 第二课时 1 0 } 0'],
  ['a plan of lessons: hours and their titles', `渡口\n\n第一课时 船\n\n${P}\n\n第二课时 人\n\n${Q}`, '渡口 0 { 船 1 0 } { 人 1 0 } 0'],
  ['a plan of lessons: headings in brackets, with their text or without', `渡口\n\n【教学目标】\n\n${P}\n\n【教学重点】识字。\n\n【教学反思】${Q}`, '渡口 0 { 教学目标 1 0 } { 教学重点 1 0 } { 教学反思 1 0 } 0'],
  ['words in brackets that head nothing', `渡口\n\n一、船\n\n【桨】${P}\n\n【舵】${Q}\n\n二、人\n\n【问】${P}`, '渡口 0 { 船 2 0 } { 人 1 0 } 0'],
  ['newspaper usage: a body that wrote it', `渡口\n\n中共水边县委党校课题组\n\n${P}\n\n一、船\n\n${P}\n\n二、人\n\n${Q}`, '渡口 [中共水边县委党校课题组] 1 { 船 1 0 } { 人 1 0 } 0'],
  ['a heading that only begins with a place', `渡口\n\n水边县的渡船\n\n${P}\n\n水边县的渡工\n\n${Q}`, '渡口 0 { 水边县的渡船 1 0 } { 水边县的渡工 1 0 } 0'],
  ['paper usage: several who wrote it', 'The Ford\n\nHelen Marsh, Tom Reed and Ada Lin\n\n1 Introduction\n\nThe level changes every year.\n\n2 Methods\n\nWe read the level.', 'The Ford [Helen Marsh, Tom Reed and Ada Lin] 0 { Introduction 1 0 } { Methods 1 0 } 0'],
  ['newspaper usage: a line between title and reporter', `渡口\n\n水涨了　船来了\n\n本报记者　林砚秋\n\n一、船\n\n${P}\n\n二、人\n\n${Q}`, '渡口 <水涨了　船来了> [本报记者　林砚秋] 0 { 船 1 0 } { 人 1 0 } 0'],
  ['the same before a subtitle of its own', `渡口\n\n水涨了　船来了\n\n——一条河的故事\n\n${P}\n\n${Q}`, '渡口 <水涨了　船来了　一条河的故事> 0 { 河水从山脚流过，渡口的灯到半夜才熄，坐船的人一年比一年少 2 0 } 0'],
  ['a key is no such line', `渡口\n\n地点：候船屋\n\n作者：林砚秋\n\n${P}\n\n${Q}`, '渡口 2 { 河水从山脚流过，渡口的灯到半夜才熄，坐船的人一年比一年少 2 0 } 0'],
  ['nor is a text\'s own title in a collection', `渡口文集\n\n渡口的船\n\n作者：林砚秋\n\n${P}\n\n渡口的人\n\n作者：周渡\n\n${Q}`, '渡口文集 0 { 渡口的船 2 0 } { 渡口的人 2 0 } 0'],
  ['minutes: who issues them stands below the number', `渡口镇人民政府会议纪要\n\n〔2024〕3号\n\n渡口镇党政办公室　　　　2024年3月10日\n\n研究渡船工作的会议纪要\n\n一、船\n\n${P}\n\n二、人\n\n${Q}`, '研究渡船工作的会议纪要 [渡口镇人民政府会议纪要　〔2024〕3号　渡口镇党政办公室　　　　2024年3月10日] 0 { 船 1 0 } { 人 1 0 } 0'],
  ['a table of contents with names before the pages', `渡口文集\n\n目　录\n\n船 ........ 林砚秋 1\n人 ........ 周渡 3\n\n船\n\n林砚秋\n\n${P}\n\n人\n\n周渡\n\n${Q}`, '渡口文集 0 { 船 2 0 } { 人 2 0 } 0'],
  ['a title in the table with its author right below', `The Ford\n\nContents\n\nThe Boat      1\nThe Man      3\n\nThe Boat\nby Helen Marsh\n\n${TOLD}\n\nThe Man\nby Tom Reed\n\n${TOLD}`, 'The Ford 0 { The Boat 2 0 } { The Man 2 0 } 0'],
  ['a saved chat: who asks stands above', `You said:\n船从哪里来？\n\nChatGPT said:\n${P}\n\nYou said:\n人到哪里去？\n\nChatGPT said:\n${Q}`, '船从哪里来？ 0 { 船从哪里来？ 2 ( 人到哪里去？ 1 ) 0 } 0'],
  ['a dialogue without headings is named by what is said first', '渡口的夜话\n\n老李：灯油还剩多少？\n\n小周：还有半桶。\n\n老李：明天去买。', '渡口的夜话 0 { 灯油还剩多少？ 3 0 } 0'],
  // Paragraphs
  ['CLREQ 4.1.1: two ideographic spaces inside one line', `渡口　　一、船　　${P}　　二、人　　${Q}`, '渡口 0 { 船 1 0 } { 人 1 0 } 0'],
  ['a weaker separator is a soft break: --- is text', `渡口\n\n一、船\n\n${P}\n---\n${Q}\n\n二、人\n\n${Q}`, '渡口 0 { 船 1 0 } { 人 1 0 } 0'],
  ['.txt is never Markdown', `渡口\n\n一、船\n\n# ${P}\n\n- ${Q}\n\n二、人\n\n${Q}`, '渡口 0 { 船 2 0 } { 人 1 0 } 0'],
  ['CRLF', `渡口\r\n\r\n一、船\r\n\r\n${P}\r\n\r\n二、人\r\n\r\n${Q}`, '渡口 0 { 船 1 0 } { 人 1 0 } 0'],
  // Levels
  ['GB/T 9704—2012 7.3.3: 一、 then （一）', `渡口\n\n一、船\n\n（一）桨\n\n${P}\n\n（二）舵\n\n${Q}\n\n二、人\n\n${Q}`, '渡口 0 { 船 0 ( 桨 1 ) ( 舵 1 ) 0 } { 人 1 0 } 0'],
  ['order of first appearance: 1. before （1）', `渡口\n\n1. 船\n\n（1）桨\n\n${P}\n\n（2）舵\n\n${Q}\n\n2. 人\n\n${Q}`, '渡口 0 { 船 0 ( 桨 1 ) ( 舵 1 ) 0 } { 人 1 0 } 0'],
  ['book usage: 第一章, 第一节', `渡口\n\n第一章　船\n\n第一节　桨\n\n${P}\n\n第二节　舵\n\n${Q}\n\n第二章　人\n\n第一节　老李\n\n${Q}`, '渡口 0 { 船 0 ( 桨 1 ) ( 舵 1 ) 0 } { 人 0 ( 老李 1 ) 0 } 0'],
  ['GB/T 15835—2011 5.2: numerals of documents', `渡口\n\n壹、船\n\n${P}\n\n貳、人\n\n${Q}\n\n參、河\n\n${P}`, '渡口 0 { 船 1 0 } { 人 1 0 } { 河 1 0 } 0'],
  ['book usage: numbers in English words', 'The Ford\n\nChapter One: The Boat\n\nIt was made of wood, and it had lasted for thirty years.\n\nChapter Two: The Man\n\nHe was called Lee, and he answered to his name.', 'The Ford 0 { The Boat 1 0 } { The Man 1 0 } 0'],
  ['report usage: letters', 'The Ford\n\nA. The Boat\n\nIt was made of wood, and it had lasted for thirty years.\n\nB. The Man\n\nHe was called Lee, and he answered to his name.', 'The Ford 0 { The Boat 1 0 } { The Man 1 0 } 0'],
  ['meeting usage: 壹、 above 一、', `渡口\n\n壹、船\n\n一、桨\n\n${P}\n\n二、舵\n\n${Q}\n\n貳、人\n\n${Q}`, '渡口 0 { 船 0 ( 桨 1 ) ( 舵 1 ) 0 } { 人 1 0 } 0'],
  ['the heavenly stems', `渡口\n\n甲、船\n\n${P}\n\n乙、人\n\n${Q}`, '渡口 0 { 船 1 0 } { 人 1 0 } 0'],
  ['two who are called by stems count nothing', `渡口\n\n船\n\n甲、乙两人同船。${P}\n\n人\n\n${Q}`, '渡口 0 { 船 1 0 } { 人 1 0 } 0'],
  ['steps', 'The Lamp\n\nStep 1: Fill it\n\nOpen the cap.\n\nStep 2: Light it\n\nUse a match.', 'The Lamp 0 { Fill it 1 0 } { Light it 1 0 } 0'],
  ['numbers in square brackets', `Rules\n\n[1] Before boarding\n\nLook at the sky.\n\n[2] On board\n\nSit still.`, 'Rules 0 { Before boarding 1 0 } { On board 1 0 } 0'],
  ['a bibliography is text', `渡口\n\n船\n\n${P}\n\n人\n\n${Q}\n\n[1] 林砚秋. 渡口志[M]. 2001.\n\n[2] 周渡. 水位[J]. 2019.`, '渡口 0 { 船 1 0 } { 人 3 0 } 0'],
  ['digits on keys, as messengers have them', `渡口\n\n1️⃣ 船\n\n${P}\n\n2️⃣ 人\n\n${Q}`, '渡口 0 { 船 1 0 } { 人 1 0 } 0'],
  ['brackets round headings', `渡口\n\n【船】\n\n${P}\n\n【人】\n\n${Q}`, '渡口 0 { 船 1 0 } { 人 1 0 } 0'],
  ['ornaments before headings', `渡口\n\n■ 船上的日子\n\n${P}\n\n■ 桥那边\n\n${Q}`, '渡口 0 { 船上的日子 1 0 } { 桥那边 1 0 } 0'],
  ['headings over one short sentence', '渡口\n\n船上的日子\n\n船要常修。\n\n桥那边的事\n\n桥要常看。', '渡口 0 { 船上的日子 1 0 } { 桥那边的事 1 0 } 0'],
  ['a heading below a paragraph without any mark', `渡口\n\n船上的日子\n\n${P.replace(/[，。]/g, '').repeat(3)}\n\n桥那边的事\n\n${Q}`, '渡口 0 { 船上的日子 1 0 } { 桥那边的事 1 0 } 0'],
  ['speech usage: 第一、 on a line of its own', `渡口\n\n第一、船\n\n${P}\n\n第二、人\n\n${Q}`, '渡口 0 { 船 1 0 } { 人 1 0 } 0'],
  ['a numbered run-in heading is a sentence of its text', `渡口\n\n一、船\n\n（一）桨有两支。${P}\n\n（二）舵只有一个。${Q}\n\n二、人\n\n${Q}`, '渡口 0 { 船 0 ( 桨有两支 1 ) ( 舵只有一个 1 ) 0 } { 人 1 0 } 0'],
  ['a list of numbers with nothing under them is text', `渡口\n\n一、船\n\n${P}\n\n1. 桨\n\n2. 舵\n\n3. 绳\n\n二、人\n\n${Q}`, '渡口 0 { 船 4 0 } { 人 1 0 } 0'],
  ['a list inside numbered parts does not end their run', `The Ford\n\n1. The Boat\n\nIt needs three things:\n\n1. an oar;\n\n2. a rudder;\n\n3. a rope.\n\n2. The Man\n\nHe answered to his name.\n\n3. The River\n\nIt never stopped.`, 'The Ford 0 { The Boat 4 0 } { The Man 1 0 } { The River 1 0 } 0'],
  ['dotted numbers go with what stands before their last', `The Ford\n\n1. The Boat\n\n1.1 The oar\n\nIt was long.\n\n1.2 The rudder\n\n3.2 miles it had steered, and more.\n\n2. The Man\n\n2.1 His name\n\nHe answered to it.`, 'The Ford 0 { The Boat 0 ( The oar 1 ) ( The rudder 1 ) 0 } { The Man 0 ( His name 1 ) 0 } 0'],
  ['a table of contents is no second set of chapters', `渡口\n\n第一章　船\n\n第二章　人\n\n第一章　船\n\n${P}\n\n第二章　人\n\n${Q}`, '渡口 2 { 船 1 0 } { 人 1 0 } 0'],
  ['a numbered block that ends open is said', `渡口\n\n一、各船要带好以下几样：\n\n${P}\n\n二、各人要记住以下几条：\n\n${Q}`, '渡口 0 { 各船要带好以下几样 1 0 } { 各人要记住以下几条 1 0 } 0'],
  // Unmarked headings
  ['此致 heads nothing', `给乡亲们的一封信\n\n乡亲们：\n\n${P}\n\n${Q}\n\n此致\n\n敬礼！\n\n王明`, '给乡亲们的一封信 1 { 河水从山脚流过，渡口的灯到半夜才熄，坐船的人一年比一年少 5 0 } 0'],
  ['a short paragraph without a full stop, prose after it', `渡口\n\n${P}\n\n船上的日子\n\n${P}\n\n桥那边\n\n${Q}`, '渡口 1 { 船上的日子 1 0 } { 桥那边 1 0 } 0'],
  ['not the last paragraph, and not one that ends in a colon', `渡口\n\n${P}\n\n船上的日子\n\n他说：\n\n${P}\n\n桥那边\n\n${Q}\n\n谢谢大家`, '渡口 1 { 船上的日子 2 0 } { 桥那边 2 0 } 0'],
  // Run-in headings
  ['first sentences, told by their siblings', `渡口\n\n船上的日子\n\n从桨开始。${P}\n\n把舵扶稳。${Q}\n\n给绳子留余地。${P}\n\n桥那边\n\n${Q}`, '渡口 0 { 船上的日子 0 ( 从桨开始 1 ) ( 把舵扶稳 1 ) ( 给绳子留余地 1 ) 0 } { 桥那边 1 0 } 0'],
  ['what has happened heads no paragraph', `The Ford\n\nThe meeting\n\nRain fell all day. ${TOLD}\n\nThe clerks wrote it down. ${TOLD}\n\nAfter that it got late. ${TOLD}\n\nThe way home\n\n${TOLD}`, 'The Ford 0 { The meeting 3 0 } { The way home 1 0 } 0'],
  ['a lone short first sentence is prose', `渡口\n\n船上的日子\n\n父亲话不多。${P}\n\n${Q}\n\n${P}\n\n桥那边\n\n${Q}`, '渡口 0 { 船上的日子 3 0 } { 桥那边 1 0 } 0'],
  ['short sentences that narrate head nothing', `渡口\n\n船上的日子\n\n那年他才十九岁。${P}\n\n表修了整整两个星期。${Q}\n\n去年冬天，父亲走了。${P}\n\n桥那边\n\n${Q}`, '渡口 0 { 船上的日子 3 0 } { 桥那边 1 0 } 0'],
  // Runs
  ['一是…二是…三是… across paragraphs', `渡口\n\n船上的日子\n\n一是桨要轻，${P}\n\n二是舵要稳，${Q}\n\n三是绳要长，${P}\n\n桥那边\n\n${Q}`, '渡口 0 { 船上的日子 0 ( 桨要轻 1 ) ( 舵要稳 1 ) ( 绳要长 1 ) 0 } { 桥那边 1 0 } 0'],
  ['… inside one', `渡口\n\n船上的日子\n\n三件事要记住。一是桨要轻，划起来不出声；二是舵要稳，水急也不慌；三是绳要长，靠岸才方便。\n\n桥那边\n\n${Q}`, '渡口 0 { 船上的日子 1 ( 桨要轻 1 ) ( 舵要稳 1 ) ( 绳要长 1 ) 0 } { 桥那边 1 0 } 0'],
  ['首先…其次…最后…', `渡口\n\n船上的日子\n\n首先，桨要轻，${P}\n\n其次，舵要稳，${Q}\n\n最后，绳要长，${P}\n\n桥那边\n\n${Q}`, '渡口 0 { 船上的日子 0 ( 桨要轻 1 ) ( 舵要稳 1 ) ( 绳要长 1 ) 0 } { 桥那边 1 0 } 0'],
  // Closings
  ['what goes on from before is no run-in point', `渡口\n\n船上的日子\n\n从桨开始。${P}\n\n把舵扶稳。${Q}\n\n给绳子留余地。${P}\n\n还应当看看天。${Q}\n\n桥那边\n\n${Q}`, '渡口 0 { 船上的日子 0 ( 从桨开始 1 ) ( 把舵扶稳 1 ) ( 给绳子留余地 1 ) 1 } { 桥那边 1 0 } 0'],
  ['what goes on from before closes the last part, before what closes the whole', `把船和灯守住\n\n一、桥\n\n${Q}\n\n二、船\n\n从桨开始。${P}\n\n把舵扶稳。${Q}\n\n给绳子留余地。${P}\n\n还应当看看天。${Q}${P}\n\n把船和灯守住。把船和灯守住，河上的日子就会一年比一年好，两岸的人都这样说。`, '把船和灯守住 0 { 桥 1 0 } { 船 0 ( 从桨开始 1 ) ( 把舵扶稳 1 ) ( 给绳子留余地 1 ) 1 } 1'],
  ['what points back, after run-in points, closes the part', `渡口\n\n船上的日子\n\n从桨开始。${P}\n\n把舵扶稳。${Q}\n\n给绳子留余地。${P}\n\n以上这些，说的是一条船。${Q}\n\n桥那边\n\n${Q}`, '渡口 0 { 船上的日子 0 ( 从桨开始 1 ) ( 把舵扶稳 1 ) ( 给绳子留余地 1 ) 1 } { 桥那边 1 0 } 0'],
  ['what sums up, after the last point, closes the whole', `渡口\n\n桥那边\n\n${Q}\n\n船上的日子\n\n从桨开始。${P}\n\n把舵扶稳。${Q}\n\n给绳子留余地。${P}\n\n总之，渡口还在。${Q}`, '渡口 0 { 桥那边 1 0 } { 船上的日子 0 ( 从桨开始 1 ) ( 把舵扶稳 1 ) ( 给绳子留余地 1 ) 0 } 1'],
  ['a speech ends where it turns to its audience', `渡口\n\n乡亲们：\n\n${P}\n\n一、船\n\n${P}\n\n二、人\n\n${Q}\n\n乡亲们，渡口还在。${Q}\n\n谢谢大家！`, '渡口 2 { 船 1 0 } { 人 1 0 } 2'],
  ['a last point gives way to what follows it where it is cut short', `渡口\n\n船上的日子\n\n从桨开始。${P}${Q}\n\n把舵扶稳。${Q}${P}\n\n给绳子留余地。${P}\n\n老船都是这样，绳子用了又接。\n\n桨、舵和绳，说到底是一条船，船好不好，要问天天划它的人。${Q}\n\n桥那边\n\n${Q}`, '渡口 0 { 船上的日子 0 ( 从桨开始 1 ) ( 把舵扶稳 1 ) ( 给绳子留余地 2 ) 1 } { 桥那边 1 0 } 0'],
  // Nothing to go by
  ['no headings: one part a few minutes long, titled with its first clause', `渡口\n\n${P}\n\n${Q}`, '渡口 0 { 河水从山脚流过，渡口的灯到半夜才熄，坐船的人一年比一年少 2 0 } 0'],
]

describe('outlines of unmarked text', () => {
  it.each(TABLE)('%s', (_, text, outline) => {
    expect(line(text)).toBe(outline)
  })

  it('says that it guessed', () => {
    const { doubts } = toJson(outlineOf(article(`渡口\n\n${P}\n\n${Q}`)))
    expect(doubts.map(doubt => doubt.reason)).toContainEqual(expect.stringMatching(/no headings.*guess/))
  })
})

describe('numbers at the head of a paragraph', () => {
  it.each([
    ['一、船', '一、', 1],
    ['（十二）船', '（一）', 12],
    ['1. 船', '1.', 1],
    ['（3）船', '（1）', 3],
    ['第二十一章　船', '第章', 21],
    ['第三部分　船', '第部分', 3],
    ['2.3 船', '1.1×2', 3],
    ['④船', '①', 4],
    ['Part IV: The boat', 'part', 4],
    ['Chapter 2. The boat', 'chapter', 2],
    ['II. The boat', 'I.', 2],
    ['伍、船', '壹、', 5],
    ['第 12 條　船', '第条', 12],
    ['第二節　船', '第节', 2],
    ['[3] The boat', '[1]', 3],
    ['Step 2: The boat', 'step', 2],
    ['丙、船', '甲、', 3],
    ['2️⃣ 船', '1️⃣', 2],
  ])('%s', (text, family, value) => {
    expect(readNumber(text)).toMatchObject({ family, value })
  })

  it.each(['2023年的船', '3.5的船', '14亿人', '一条船', '十分重要', '第一部分的船', '第一次坐船', '100%的船', 'I think so.', 'A boat'])('%s has none', (text) => {
    expect(readNumber(text)?.value).toBe(text === '3.5的船' ? 5 : undefined) // only its siblings tell
  })

  it.each(['第一天看水', '第二点钟开船', '第一个来的是梁伯', '第二句话说错了', '一是一、二是二', '一定要去', '首都的船', 'Firstborn children'])('%s opens no run', (text) => {
    expect(readOrdinal(text)).toBeUndefined()
  })
})
