const NUMBER = String.raw`[ \u3000]*(?:[A-Z]?\d{1,3}(?:[-–.．]\d{1,3})*|[一二三四五六七八九十]{1,3})`

/**
 * How the caption of a picture begins (GB/T 7713.1—2006, 6.3.2; Chicago Manual of Style, 3.21): 图1, Figure 2.1; and in
 * newspapers ▲, 图为晒场, 晒场（林砚秋 摄）.
 */
export const OF_PICTURE = new RegExp(`^(?:${[
  `(?:[图圖]|照片|[插附][图圖]|Fig(?:ure)?\\.?|Plate|Photo)${NUMBER}(?!\\d)`,
  '[▲△]|图为|圖為',
  String.raw`(?=.{2,40}[（(]\p{Script=Han}{2,6}[ \u3000]?[摄攝]影?[）)]$)`,
].join('|')})`, 'iu')
/** How the caption of a table begins: 表1, 附表2, Table 3. */
export const OF_TABLE = new RegExp(`^(?:附?表|Table)${NUMBER}(?!\\d)`, 'i')
