import type { files as english } from '../en/files.ts'

/** What cannot be read or written. In Chinese. */
export const files = {
  'theme-unknown': '没有主题 `{name}`。请选 {ours}，或写主题文件夹的路径，如 ./themes/mine。',
  'lock-held': '{folder}：另一个 Lectern（进程 {process}）正在处理这些幻灯片。请等它结束；若没有在运行，就删去 {path}。',
  'leads-outside': '{path}：它通到 {folder} 之外的 {place}，Lectern 不会写到那里。请删去通向那里的链接，或改掉这个路径。',
  'fonts-style-taken': '{path}：这个样式表是你的，而文章还需要别的字体。请在第一行加上 `@import \'./{fonts}\';`。',
  'theme-characters': '{path}：读不了主题的字符表，{fault}。请改正其 package.json 里的 `lectern.characters`。',
  'run-not-finished': '{folder}：上次中断的写入无法完成，{fault}。请腾出空间后再运行。',
  'steps-unknown': '{path}：这份未完成清单不是 Lectern 写的。请看看幻灯片，再删去 {next}。',
  'article-name': '{path}：这个文件名不能用作幻灯片文件夹的名字。请给文章改名，如 {name}。',
  'article-is-folder': '{path}：这是一个文件夹。请写明文章的文件，如 {example}。',
  'article-unreadable': '{path}：读不了文章，{fault}。请检查路径。',
  'no-articles': '{folder}：这里没有文章。请放入以 {formats} 结尾的文件，或写明一个文件。',
  'picture-no-picture': '它不是浏览器能显示的图片；请存为 PNG 或 JPEG',
  'picture-no-svg': '它不是浏览器能显示的 SVG，或含有自定义实体；请用绘图软件另存为普通 SVG',
  'picture-elsewhere': '它在别的网站上；请存到文章旁边，再改用那里的路径',
  'picture-outside': '它不在文章的文件夹里；请放到文章旁边',
  'picture-too-large': '它超过 {size} MB；请缩小',
  'picture-unreadable': '读不了（{fault}）；请检查路径',
} satisfies Record<keyof typeof english, string>
