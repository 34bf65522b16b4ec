import type { Table } from '../holds.ts'

export const STEPS: Table = {
  has: [
    ['各乡镇一把手要亲自过问，一是每月至少下一次田，二是每季度听一次汇报，三是年底向群众报一次账。', '各乡镇一把手要亲自过问 | 一是每月至少下一次田 / 二是每季度听一次汇报 / 三是年底向群众报一次账 | '],
    ['一是写得少，每天三行；二是看得见，账本挂在墙上；三是改得动，没有用就划掉。', ' | 一是写得少，每天三行【一是写得少】 / 二是看得见，账本挂在墙上【二是看得见】 / 三是改得动，没有用就划掉【三是改得动】 | '],
    ['第一，修路，路通了人就来了。第二，修桥，桥通了货就走了。', ' | 第一，修路，路通了人就来了【第一，修路】 / 第二，修桥，桥通了货就走了【第二，修桥】 | '],
    ['一要看风。二要看潮。三要看人。', ' | 一要看风 / 二要看潮 / 三要看人 | '],
    ['首先要有船，其次要有人，最后要有货。', ' | 首先要有船 / 其次要有人 / 最后要有货 | '],
    ['首先，把船修好。其次，把人找齐。最后，把货装上。', ' | 首先，把船修好 / 其次，把人找齐 / 最后，把货装上 | '],
    ['（一）修路，今年动工；（二）修桥，明年动工。', ' | （一）修路，今年动工【（一）修路】 / （二）修桥，明年动工【（二）修桥】 | '],
    ['要做好三件事：一是修路；二是修桥；三是修渡口。', '要做好三件事 | 一是修路 / 二是修桥 / 三是修渡口 | '],
    ['问题有两个。一是没有钱。有钱的人不愿出。二是没有人。', ' | 一是没有钱 / 二是没有人 | '],
    ['一是路，二是桥，这些都要修。', ' | 一是路 / 二是桥 | '],
    ['First, check the oil. Second, check the tyres. Third, check the lights.', ' | First, check the oil / Second, check the tyres / Third, check the lights | '],
    ['First, we need a road, because nobody can come. Second, we need a bridge, because nobody can leave.', ' | First, we need a road, because nobody can come【First, we need a road】 / Second, we need a bridge, because nobody can leave【Second, we need a bridge】 | '],
    ['第一要看风，第二要看潮。', ' | 第一要看风 / 第二要看潮 | '],
  ],
  hasNot: [
    '一是一，二是二。',
    '首先要有船，其次要有人。',
    '二是修桥，三是修渡口。',
    '一是修路。',
    '他是第一个来的，我是第二个来的。',
    '第一次来是春天，第二次来是秋天。',
    '一要素市场，二手车市场。',
    '一是修路，三是修桥。',
    'The first boat left. The second boat stayed.',
    'First impressions last.',
    '首先感谢大家。会开了一天，讨论很热烈，没有人提前走。最后请大家吃饭。',
    '一线的同志辛苦了，二线的同志也辛苦了。',
  ],
}
