import type { dev as english } from '../en/dev.ts'

/** What the server of `lectern dev` says. In Chinese. */
export const dev = {
  'dev-restart': '{path}：有改动（{what}），这套幻灯片的服务器正在重新启动。',
  'dev-setting': '设置 `{what}`',
  'dev-shown-before': '{fault}暂时显示原来的样子。',
  'dev-long-way': '{path}：这套幻灯片由 Slidev 自身的服务器显示，需时较长。原因：{reason}',
  'dev-not-shown': '{path}：这套幻灯片显示不了。请改正这里或旁边文件里的错误，再保存。详情：{detail}',
  'dev-not-read': '{path}：这套幻灯片显示不了，{fault}。请排除这个问题，再保存幻灯片。',
  'dev-way-failed': '快的做法没有成功。详情：{detail}',
  'dev-fault-title': '这套幻灯片显示不了',
  'dev-fault-wait': '改好并保存文件，就会显示出来。',
} satisfies Record<keyof typeof english, string>
