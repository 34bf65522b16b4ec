import type { dev as english } from '../en/dev.ts'

/** What the server of `lectern dev` says. In Chinese. */
export const dev = {
  'dev-restart': '{path}：{what} 有改动，这套幻灯片的服务器正在重新启动。',
  'dev-setting': '它的 {what} 设置',
  'dev-shown-before': '{fault}暂时显示原来的样子。',
  'dev-not-shown': '{path}：这套幻灯片显示不了，{fault}。',
  'dev-fault-title': '这套幻灯片显示不了',
  'dev-fault-wait': '改好并保存文件，就会显示出来。',
} satisfies Record<keyof typeof english, string>
