import type { Kind } from './model.ts'

/**
 * Words of closed classes, whatever the dictionary's most frequent tag for them is. The classes and their members are
 * those of 吕叔湘《现代汉语八百词》 and 朱德熙《语法讲义》.
 */
const MEMBERS = {
  structural: '的 地 得 似的 般 般的 般地 一般的 的话 之类',
  aspect: '了 着 著 过',
  final: '吗 呢 吧 啊 呀 嘛 啦 么 而已 罢了 也好 也罢 来说 来讲 而言 起见 在内',
  enumerating: '等 等等 们',
  nominalizer: '所',
  binder: '之',
  copula: '是 即 乃 就是 不是 正是 也是 都是 还是 而是 既是 便是',
  modal: `
    能 能够 会 可 可以 要 应 应当 应该 该 须 必须 需 需要 得以 敢 敢于 肯 愿 愿意 想 善于 便于 有待 值得
    不能 不会 不可 不要 不应 不得 不敢 不想 不愿 不必 别 勿 切勿 请 让 使 令 叫`,
  direction: `
    来 去 进 出 回 起 开 成 见 住 完 掉 走 入
    上来 上去 下来 下去 进来 进去 出来 出去 回来 回去 过来 过去 起来 开来 成为`,
  determiner: `
    这 那 每 各 某 本 该 此 其 哪 另 何 几 全 诸 同 这种 那种 各种 某种 何种 任何 一切 所有 其他 其它 其余
    有的 有些 某些 这些 那些 这个 那个 哪个 哪些 每个 各个 某个 什么 整个 许多 多少 不少 大量 多数 少数`,
  time: '每年 每季 每月 每周 每日 每天 每次',
  ordinal: '第 初',
  attribute: '广大 有关 相关',
  negation: '不 没 没有 未 非 未曾 从不 并不 并非 毫不 决不 绝不 不再 从未',
  adverb: `
    就 也 都 还 又 才 再 只 很 太 更 最 越 愈 较 颇 极 挺 真 正 已 曾 将 仍 便 即将 刚 先 总 常 共 均 皆 仅 却 竟 偏 尤 互 相 永
    一直 始终 已经 正在 曾经 仍然 依然 仍旧 一定 十分 非常 特别 更加 越来越 愈来愈 日益 逐步 逐渐 不断 进一步 大力 切实 认真 坚决
    始终不渝 究竟 到底 几乎 大概 只好 往往 常常 总是 从来 原来 全都 也都 一起 共同 相互 互相 一同 自觉 别再 还要 还会 也要 都要
    也会 也就 就要 就会 才能 都能 都会 不断地 一下 如何 怎样 怎么 为什么 为何 多么 这样 那样 这么 那么
    分别 亲自 一再 再三 反复 渐渐`,
  preposition: `
    在 从 向 对 对于 关于 由 以 把 被 将 给 跟 比 往 朝 按 按照 依照 根据 据 通过 经过 随着 为了 除 除了 沿着 围绕
    自 自从 于 至 用 替 凭 凭借 由于 针对 趁 当 离 同 与 因 到 拿 连`,
  conjunction: '和 及 以及 或 或者 并 并且 而 且 暨 乃至 以至 甚至 还有',
  link: `
    因为 所以 因此 因而 但 但是 可是 然而 不过 只是 而且 如果 假如 倘若 若 要是 虽 虽然 尽管 即使 哪怕
    只要 只有 除非 无论 不论 不管 不仅 不但 不只 既 于是 从而 进而 否则 反而 以便 以免 既然 宁可 与其 不如
    例如 比如 尤其是 特别是 包括 也就是 也就是说 另外 此外 同时 首先 其次 最后 然后 接着 后来 而后`,
} satisfies Partial<Record<Kind, string>>

/** Each member's class; of a word that stands in two, the class listed last. */
export const CLOSED: ReadonlyMap<string, Kind> = new Map(Object.entries(MEMBERS).flatMap(([kind, members]) =>
  members.trim().split(/\s+/).map(member => [member, kind as Kind])))
