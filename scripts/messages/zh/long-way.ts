import type { longWay as english } from '../en/long-way.ts'

/** Why Slidev's own build makes an article's pages. In Chinese. */
export const longWay = {
  'way-deck': '{what}（{deck}.md）',
  'way-themes': '几套幻灯片的主题不同',
  'way-beside': '幻灯片旁边的 {file}',
  'way-theme': '不是 Lectern 自带的主题',
  'way-headmatter': 'headmatter 的 `{key}`',
  'way-frontmatter': 'frontmatter 的 `{key}`',
  'way-feature': 'Slidev 的 {feature} 功能',
  'way-slides': '{file} 的幻灯片',
  'way-uno': '会被 UnoCSS 当作类名的文字',
  'way-class': '类名 {name}',
  'way-code-file': '取自文件的代码',
  'way-code-types': '带类型的代码',
  'way-code-moving': '会动的代码',
  'way-layout': '版式 {name}',
  'way-script': '自带的脚本或样式',
  'way-markup': '不完整的标签',
  'way-import': 'import 语句',
  'way-file': '文件 {file}',
  'way-vue': '用到 Vue 的 {name} 的内容',
  'way-expression': '表达式',
  'way-element': '元素 <{tag}>',
  'way-attribute': '<{tag}> 的属性 {name}',
  'way-directive': '<{tag}> 的指令 {name}',
} satisfies Record<keyof typeof english, string>
