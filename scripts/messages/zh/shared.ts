import type { shared as english } from '../en/shared.ts'

/** What several rooms say: lists, counts, what to do. In Chinese. */
export const shared = {
  'list-separator': '、',
  'or': '{most} 或 {last}',
  'and-more': '{list}，另有 {more} 个',
  'nothing-to-do': '如果没错，不必处理',
  'two-sentences': '{first}{second}',
  'place': '{path}: {fault}。',
  'file-access': '没有权限',
  'file-quota': '磁盘配额已满',
  'file-exists': '有同名的文件',
  'file-disk': '磁盘没有响应',
  'file-is-folder': '这是一个文件夹',
  'file-too-many': '打开的文件太多',
  'file-missing': '没有这个文件或文件夹',
  'file-full': '磁盘已满',
  'file-not-folder': '这里需要文件夹，却有一个同名文件',
  'file-no-file': '这是管道、设备或套接字，不是文件',
  'file-not-permitted': '系统不允许',
  'file-read-only': '磁盘是只读的',
  'folder-not-writable': '{folder}：这个文件夹不能写入，{fault}。请用 --out 另选一个。',
  'folder-not-replaced': '{folder}：这个文件夹不能写入，{fault}。原有文件没有变。请用 --out 另选一个。',
  'not-writable': '{path}：不能写入，{fault}。请换一个位置。',
} satisfies Record<keyof typeof english, string>
