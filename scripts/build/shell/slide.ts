import type { ResolvedSlidevOptions, SlideInfo } from '@slidev/types'
import type { Plugin } from 'vite'
import type { Compiler } from './load.ts'
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { hashOf } from '../../files/hash.ts'
import { prepareWords } from '../../language/words.ts'
import { wording } from '../../messages/wording.ts'
import { DATA_LINE } from '../notes.ts'
import { faultIn } from '../slide-fault.ts'
import { binding } from './binding.ts'
import { LongWay } from './long-way.ts'
import { checkMarkup } from './markup.ts'

/** A slide as the shell takes it. */
export interface CompiledSlide {
  /** The code of a function that makes its component; `shell` and `asset` are there. */
  code: string
  /** Its data without its note, as Slidev has them. */
  data: Record<string, unknown>
  frontmatter: Record<string, unknown>
  /** Its note's HTML. */
  note: string
  /** The code of a function that makes the component of its title. */
  title: string
  /** The files that it shows. */
  assets: string[]
  /** The file of its logo. */
  logo?: string
  /** The hash of all that its code and its title's are compiled from. */
  from: string
}

/** What of a slide takes long to compile. */
export type Drawn = Pick<CompiledSlide, 'code' | 'title' | 'assets' | 'logo'>

/** Slides that were compiled before, each by what it was compiled from. */
export type KnownSlides = ReadonlyMap<string, Drawn>

/**
 * Compiles the slides of a deck: by Slidev's own plugins, one after the other as Vite would run them, and by Vue's
 * compiler.
 *
 * @param compiler the shell's
 * @param options Slidev's options for the deck
 * @param known slides that were compiled before: what these were compiled from is not compiled again
 * @returns the slides in order
 * @throws LongWay for a slide that is to be built Slidev's own way
 */
export async function compileSlides(
  compiler: Compiler,
  options: ResolvedSlidevOptions,
  known: KnownSlides,
): Promise<CompiledSlide[]> {
  const markdown = transformOf(await compiler.createMarkdownPlugin(options, compiler.theme.slidev))
  const wrapper = transformOf(compiler.createLayoutWrapperPlugin(options))
  const load = compiler.createSlidesLoader(options, {}).load as (id: string) => Promise<{ code: string }>
  const { config, slides } = options.data
  const sources = slides.map((slide, index) => sourceOf(slide, index, config))
  // The theme breaks lines between words.
  prepareWords(slides.filter((_, index) => !known.has(sources[index]!)).map(({ content }) => content).join('\n'))
  const draw = async (slide: SlideInfo, name: string): Promise<Drawn> => {
    const component = asText(await markdown(slide.content, `${name}.md`))
    if (!component.endsWith('</template>\n<script setup>\n</script>'))
      throw new LongWay(wording('way-script'))
    const { code, assets } = componentOf(await wrapper(component, `${name}.md`), slide, compiler)
    const logo = logoOf(slide)
    const title = componentOf(asText(await markdown(String(slide.title), '/title.md')), slide, compiler)
    return { code, title: title.code, assets: [...assets, ...logo ? [logo] : []], ...logo && { logo } }
  }
  const compiled: CompiledSlide[] = []
  for (const [index, slide] of slides.entries()) {
    const name = `${slide.source.filepath}__slidev_${index + 1}`
    const { note, ...data } = dataOf((await load(`${name}.frontmatter`)).code)
    const from = sources[index]!
    compiled.push({ ...known.get(from) ?? await draw(slide, name), data, frontmatter: slide.frontmatter, note, from })
  }
  return compiled
}

/** The hash of all that a slide is drawn from, beside its shell. */
function sourceOf(slide: SlideInfo, index: number, config: object): string {
  const { content, frontmatter, title } = slide
  return hashOf(Buffer.from(JSON.stringify([index, content, frontmatter, title, logoOf(slide), config])))
}

/** UnoCSS writes groups of variants out, in text too: `a:(b c)`. */
function asText(component: string): string {
  if (/[:-]\(/.test(component))
    throw new LongWay(wording('way-uno'))
  return component
}

/** A logo's file: see `themes/shared/setup/logo.ts`. */
function logoOf({ frontmatter: { logo }, source }: SlideInfo): string | undefined {
  if (typeof logo !== 'string' || /^(?:[a-z][a-z\d+.-]*:|\/)/i.test(logo))
    return undefined
  const path = resolve(dirname(source.filepath), logo)
  return existsSync(path) ? path : undefined
}

type Transform = (code: string, id: string) => Promise<string>
type Handler = (code: string, id: string) => unknown

/** A Vite plugin's transform as a function. Slidev's own ask nothing of Vite. */
function transformOf({ transform }: Plugin): Transform {
  const handler = (typeof transform === 'function' ? transform : transform!.handler) as Handler
  return async (code, id) => {
    const made = await handler(code, id) as string | { code: string }
    return typeof made === 'string' ? made : made.code
  }
}

/**
 * A slide's data, as Slidev writes them into a module. Slidev loads pictures ahead by the paths that decks name, under
 * which no page has them.
 */
function dataOf(code: string): { note: string } & Record<string, unknown> {
  const { noteHTML: note, ...data } = JSON.parse(DATA_LINE.exec(code)![2]!) as { noteHTML: string }
  const valueOf = (key: string): unknown => JSON.parse(new RegExp(`^ *${key}: (.*),$`, 'm').exec(code)![1]!)
  return { ...data, images: [], start: valueOf('start'), sourceIndex: valueOf('sourceIndex'), note }
}

const IMPORT = /^import (.+) from ["'](.+)["']$/gm

/** Compiles a component of Vue as the plugin for Vite does in a build, and names what it imports by the shell. */
function componentOf(
  source: string,
  slide: SlideInfo,
  { compileScript, customElements, parse }: Compiler,
): Pick<Drawn, 'code' | 'assets'> {
  const { descriptor, errors } = parse(source, { filename: 'slide.vue', sourceMap: false, ignoreEmpty: false })
  if (errors.length > 0)
    throw new LongWay(wording('way-markup'), faultIn(slide.source, errors[0]!.message, errors[0]))
  const { children, transformed } = descriptor.template!.ast!
  // Vue keeps what it has parsed: a slide that is built again was looked at before.
  if (!transformed)
    checkMarkup(children)
  const { content } = quietly(() => compileScript(descriptor, {
    id: 'slide',
    isProd: true,
    inlineTemplate: true,
    sourceMap: false,
    templateOptions: {
      transformAssetUrls: { includeAbsolute: true },
      compilerOptions: { isCustomElement: tag => customElements.has(tag) },
    },
  }))
  const assets: string[] = []
  const bound = content
    .replace(IMPORT, (_, names: string, from: string) => binding(names, from, slide, assets))
    .replace(/^export default /m, 'const component = ')
    // All text in it stands on lines of code.
    .replace(/^\s+/gm, '')
  if (/^import\b/m.test(bound))
    throw new LongWay(wording('way-import'))
  return { code: `() => {\n${bound}\nreturn { ...component, components: shell.components }\n}`, assets }
}

/** Vue's compiler writes its advice to the console, whatever it is told. Slidev's build passes over it. */
function quietly<Result>(compile: () => Result): Result {
  const { warn } = console
  console.warn = () => undefined
  try {
    return compile()
  }
  finally {
    console.warn = warn
  }
}
