import { DOMParser } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { sanitizeSvg } from '../../scripts/article/svg/sanitize.ts'

const HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"'
const picture = (inside: string, attributes = ''): string => `${HEAD} ${attributes}>${inside}<circle r="3" fill="#c00"/></svg>`

/** What a picture has become, read by a parser of another's. */
function cleaned(text: string): { svg: string, left: string[], names: string[] } {
  const { svg, left } = sanitizeSvg(text)!
  const root = new DOMParser({ errorHandler: (_: string, message: string) => expect.fail(message) }).parseFromString(svg, 'image/svg+xml').documentElement!
  const elements = Array.from(root.getElementsByTagName('*'))
  expect(new Set([root, ...elements].map(element => element.namespaceURI))).toEqual(new Set(['http://www.w3.org/2000/svg']))
  return { svg, left, names: elements.map(element => element.nodeName) }
}

describe('what runs or loads something in an SVG is left out', () => {
  it.each([
    ['a script', picture('<script>evil()</script>'), ['script']],
    ['a script in a block of characters', picture('<script><![CDATA[evil()]]></script>'), ['script']],
    ['a script from elsewhere', picture('<script href="evil.js"/>'), ['script']],
    ['a script by another prefix', picture('<s:script xmlns:s="http://www.w3.org/2000/svg">evil()</s:script>'), ['script']],
    ['a script of HTML', picture('<script xmlns="http://www.w3.org/1999/xhtml">evil()</script>'), ['script']],
    ['a script of HTML by a prefix', picture('<h:script xmlns:h="http://www.w3.org/1999/xhtml">evil()</h:script>'), ['script']],
    ['a handler on the root', picture('', 'onload="evil()"'), ['onload']],
    ['a handler on a part', picture('<rect ONCLICK="evil()" onfocusin="evil()"/>'), ['ONCLICK', 'onfocusin']],
    ['HTML', picture('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="evil"/></body></foreignObject>'), ['foreignObject']],
    ['HTML without its frame', picture('<iframe xmlns="http://www.w3.org/1999/xhtml" src="evil"/>'), ['iframe']],
    ['a picture from another machine', picture('<image href="http://evil/a.png"/>'), ['href']],
    ['a picture by its older attribute', picture('<image xlink:href="//evil/a.png"/>'), ['href']],
    ['a picture by another prefix', picture('<image x:href="http://evil/a.png" xmlns:x="http://www.w3.org/1999/xlink"/>'), ['href']],
    ['a picture from the disk', picture('<image href="file:///evil"/>'), ['href']],
    ['a picture beside it', picture('<image href="evil.png"/>'), ['href']],
    ['an SVG in it', picture('<image href="data:image/svg+xml;base64,ZXZpbA==evil"/>'), ['href']],
    ['a page in it', picture('<image href="data:text/html,evil"/>'), ['href']],
    ['parts of another file', picture('<use href="evil.svg#a"/>'), ['href']],
    ['a filter\'s picture', picture('<filter id="f"><feImage href="http://evil/"/></filter>'), ['href']],
    ['a program for an address', picture('<use href="javascript:evil()"/>'), ['href']],
    ['a program for an address, in disguise', picture('<use href=" java&#10;script:evil()"/>'), ['href']],
    ['paint from elsewhere', picture('<rect fill="url(http://evil/#a)"/>'), ['fill']],
    ['a mask from elsewhere', picture('<rect mask="URL( \'evil.svg#a\' )"/>'), ['mask']],
    ['a filter by an escape', picture('<rect filter="u\\72l(http://evil/)"/>'), ['filter']],
    ['a cursor', picture('<rect cursor="image-set(\'http://evil/\' 1x)"/>'), ['cursor']],
    ['a style that loads', picture('<rect style="fill:red;background:url(http://evil/)"/>'), ['style']],
    ['a style that hides it in what looks like a comment', picture('<rect style=\'fill:url("#a/*") url(http://evil/) url("*/")\'/>'), ['style']],
    ['a style that hides it in a comment', picture('<rect style="fill:/* \' */url(http://evil/)/* \' */"/>'), ['style']],
    ['a style that hides it between strings', picture('<rect style="content:&quot;url(\'&quot; url(http://evil/) &quot;\')&quot;"/>'), ['style']],
    ['a style that is not closed', picture('<rect style="fill:url(http://evil/"/>'), ['style']],
    ['a style sheet that imports', picture('<style>@import "http://evil/a.css"; .a{fill:red}</style>'), ['style']],
    ['a style sheet that imports, in a block of characters', picture('<style><![CDATA[@IMPORT url(//evil/a.css);]]></style>'), ['style']],
    ['a style sheet that loads a font', picture('<style>@font-face{font-family:a;src:url(http://evil/a.woff2)}</style>'), ['style']],
    ['a style sheet that names addresses', picture('<style>@namespace url(http://evil/); .a{fill:red}</style>'), ['style']],
    ['a style sheet with a binding', picture('<style>.a{-moz-binding:evil;behavior:evil}</style>'), ['style']],
    ['a style sheet that cannot be read', picture('<style>.a{fill:"evil</style>'), ['style']],
    ['a style sheet before it', `<?xml-stylesheet href="http://evil/a.css"?>${picture('')}`, ['xml-stylesheet']],
    ['an animation that sets an address', picture('<a id="a"><set attributeName="href" to="javascript:evil()"/></a>'), ['to', 'set']],
    ['one that sets it by its older name', picture('<animate attributeName="xlink:href" values="javascript:evil();#a"/>'), ['values', 'animate']],
    ['one that sets a handler', picture('<set attributeName="onclick" to="evil()"/>'), ['to', 'set']],
    ['one that sets a style', picture('<set attributeName="style" to="fill:red;evil"/>'), ['set']],
    ['one that sets paint from elsewhere', picture('<set attributeName="fill" to="url(http://evil/)"/>'), ['to']],
    ['a link', picture('<a href="javascript:evil()" xlink:href="http://evil/" onclick="evil()"><text>船</text></a>'), ['onclick']],
    ['a handler that only other programs know', picture('<handler type="application/ecmascript">evil()</handler><listener event="evil"/>'), ['handler', 'listener']],
    ['media', picture('<video href="evil.mp4"/><audio href="evil"/>'), ['video', 'audio']],
    ['a base for addresses', picture('<rect xml:base="http://evil/"/>'), []],
    ['notes of drawing programs', picture('<metadata>evil</metadata><i:view xmlns:i="urn:i" x="evil"/><!-- evil --><?evil evil?>', 'xmlns:i="urn:i" i:version="evil" data-evil="evil"'), []],
  ])('%s', (_, text, left) => {
    const clean = cleaned(text)
    expect(clean.svg).not.toMatch(/evil/i)
    expect(clean.left).toEqual(left)
    expect(clean.names).toContain('circle')
  })
})

describe('what draws stays', () => {
  it.each([
    ['shapes and words', '<g transform="rotate(30 1 1)" style="fill:none"><path d="M0 0L1 1z" stroke-width="2"/><text x="1" y="2">船 > 桥</text></g>'],
    ['gradients and references to parts', '<defs><linearGradient id="g"><stop offset="0" stop-color="rgb(1, 2, 3)"/></linearGradient></defs><rect fill="url(#g)"/><use href="#g"/>'],
    ['pixels', '<image href="data:image/png;base64,iVBORw0KGgo=" width="1" height="1"/>'],
    ['a style sheet', '<style>@media print { .a{fill:rgb(1,2,3);filter:url(#f)} } @font-face{font-family:a;src:url(data:font/woff2;base64,d09GMg==) format("woff2")}</style>'],
    ['what is said of it', '<title>渡口</title><desc>船 (一)</desc><g role="img" aria-label="船 (1)"/>'],
    ['movement', '<rect><animate attributeName="x" from="0" to="9" dur="2s"/><animateMotion path="M0 0L1 1"/></rect>'],
    ['words in a language', '<text xml:lang="zh" xml:space="preserve"> 船 </text>'],
  ])('%s', (_, inside) => {
    expect(cleaned(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`)).toMatchObject({ svg: `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>\n`, left: [] })
  })

  it.each([
    ['a link\'s words', picture('<a href="x"><text>船</text></a>'), /<g><text>船<\/text><\/g>/],
    ['the older attribute of references, by its newer name', picture('<use xlink:href="#a"/>'), /<use href="#a"\/>/],
    ['a picture that has a prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:rect/></s:svg>', /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"><rect\/><\/svg>\n$/],
    ['a picture that leaves its namespace out', '<svg><rect/></svg>', /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"><rect\/><\/svg>\n$/],
    ['what a page shows in place of HTML', picture('<switch><foreignObject/><text>船</text></switch>'), /<switch><text>船<\/text><\/switch>/],
    ['the rest of a style', picture('<rect style="fill:red;mask:url(http://evil/)"/>'), /style="fill:red;?"/],
    ['a picture with a document type', `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${picture('')}`, /^<svg /],
  ])('%s', (_, text, pattern) => {
    expect(cleaned(text).svg).toMatch(pattern)
  })

  it('is the same when it is cleaned again', () => {
    const { svg } = cleaned(picture('<style>.a{fill:red}</style><text class="a">“船” &amp; &lt;</text>'))
    expect(sanitizeSvg(svg)).toEqual({ svg, left: [] })
  })
})

describe('what a browser would not show is no picture', () => {
  it.each([
    ['XML that is not well-formed', '<svg xmlns="http://www.w3.org/2000/svg"><rect></svg>'],
    ['a root of another language', '<svg xmlns="urn:x"><rect/></svg>'],
    ['another root', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['entities of its own', '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>'],
    ['entities of files', '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>'],
    ['nothing', ''],
    ['groups in groups, without end', `<svg xmlns="http://www.w3.org/2000/svg">${'<g>'.repeat(30_000)}${'</g>'.repeat(30_000)}</svg>`],
  ])('%s', (_, text) => {
    expect(sanitizeSvg(text)).toBeUndefined()
  })
})
