/**
 * The endings by which the engine takes a word for an address, talk.md or report.pl: of two letters those of ISO 3166,
 * and the oldest others (linkify-it, fuzzyLink).
 */
const ENDINGS: ReadonlySet<string> = new Set([
  'biz com edu gov net org pro web xxx aero asia coop info museum name shop',
  'ac ad ae af ag ai al am an ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bv bw by bz',
  'ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr',
  'ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo',
  'jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly',
  'ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz',
  'na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw',
  'sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tp tr tt tv tw',
  'tz',
  'ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw',
].flatMap(line => line.split(' ')))

/**
 * Keeps words with a dot from being taken for addresses.
 *
 * @param markdown text as it is written
 * @returns the same, a backslash before each dot that would make an address
 */
export function withoutAddresses(markdown: string): string {
  const escaped = (dotted: string, ending: string): string =>
    ENDINGS.has(ending.toLowerCase()) ? `\\${dotted}` : dotted
  return markdown.replace(/(?<=[\p{L}\p{N}])\.([a-z]{2,6})(?![\p{L}\p{N}])/giu, escaped)
}
