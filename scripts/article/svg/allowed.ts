const words = (text: string): string[] => text.trim().split(/\s+/)

/**
 * Elements that draw, or say what is drawn (SVG 2, and Filter Effects 1). Not among them is what runs (script), what
 * brings in other languages (foreignObject), what only a program reads (metadata), and links.
 */
export const ELEMENTS: ReadonlySet<string> = new Set(words(`
  svg g defs symbol use title desc switch style view
  path rect circle ellipse line polyline polygon text tspan textPath image
  marker pattern clipPath mask linearGradient radialGradient stop
  filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
  feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
  feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
  animate animateMotion animateTransform mpath set`))

/** Elements that move others: what they set must itself be allowed. */
export const ANIMATIONS: ReadonlySet<string> = new Set(words('animate animateMotion animateTransform set'))

/** Attributes that name, or are read to people: no program takes an address or a function from them. */
export const WORDS: ReadonlySet<string> = new Set(words(`
  id class lang role tabindex aria-label aria-labelledby aria-describedby aria-hidden aria-roledescription`))

/** Attributes that lead somewhere: within the picture, or to a picture inside it. */
export const REFERENCES: ReadonlySet<string> = new Set(['href'])

/** All others that drawing takes (SVG 2, appendix K; what is on no list is dropped, every event's handler among it). */
export const ATTRIBUTES: ReadonlySet<string> = new Set(words(`
  style x y x1 x2 y1 y2 cx cy r rx ry fx fy fr d points width height viewBox preserveAspectRatio transform pathLength
  version baseProfile dx dy rotate textLength lengthAdjust startOffset method spacing side
  gradientUnits gradientTransform spreadMethod offset patternUnits patternContentUnits patternTransform clipPathUnits
  maskUnits maskContentUnits markerUnits markerWidth markerHeight refX refY orient media type requiredExtensions
  requiredFeatures systemLanguage filterUnits primitiveUnits in in2 result mode values operator k1 k2 k3 k4
  tableValues slope intercept amplitude exponent order kernelMatrix divisor bias targetX targetY edgeMode
  preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent kernelUnitLength scale
  xChannelSelector yChannelSelector azimuth elevation z stdDeviation radius pointsAtX pointsAtY pointsAtZ
  limitingConeAngle baseFrequency numOctaves seed stitchTiles attributeName attributeType begin dur end min max
  restart repeatCount repeatDur fill calcMode keyTimes keySplines from to by additive accumulate path keyPoints origin
  alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
  cursor direction display dominant-baseline fill-opacity fill-rule filter flood-color flood-opacity font font-family
  font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style font-variant font-weight
  glyph-orientation-horizontal glyph-orientation-vertical image-rendering isolation letter-spacing lighting-color
  marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order pointer-events
  shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
  stroke-miterlimit stroke-opacity stroke-width text-align text-anchor text-decoration text-overflow text-rendering
  transform-box transform-origin unicode-bidi vector-effect visibility white-space word-spacing writing-mode`))
