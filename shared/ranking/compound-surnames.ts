/** 复姓 that are borne today. A name whose surname is missing here shows one character of it, never more of the given name. */
export const compoundSurnames: ReadonlySet<string> = new Set(
  (
    "欧阳 上官 司马 司徒 司空 司寇 诸葛 东方 东郭 南宫 南门 西门 夏侯 尉迟 皇甫 公孙 公冶 公羊 公西 公良 慕容 令狐 宇文 " +
    "长孙 仲孙 叔孙 颛孙 轩辕 钟离 独孤 端木 百里 呼延 赫连 澹台 濮阳 淳于 单于 太史 太叔 申屠 闻人 鲜于 闾丘 梁丘 左丘 " +
    "亓官 巫马 乐正 宰父 谷梁 拓跋 拓拔 夹谷 段干 羊舌 微生 万俟 漆雕 壤驷 宗政 子车 第五 即墨 达奚 褚师 贺兰 贺若"
  ).split(" "),
);
