const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎',
  ...'余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
  '欧阳',
  '司徒',
];
const FIRST = [
  ...'安柏书博晨承川春丹德东恩方芳飞凤国海涵宏洪华怀惠佳嘉建健杰金景静俊凯康兰乐立丽林玲明沐宁培启秋汝若山世思素天庭万维文希晓欣新秀学雅彦艳一亦永玉元远月云泽振志治卓子',
];
const SECOND = [
  ...'艾昂白彬斌冰波昌超诚驰川达丹迪朵芬锋福刚歌光桂航豪浩河恒虹辉慧基吉家江洁晶娟军钧君可岚蕾莉良亮林霖龙璐曼梅萌敏铭娜楠宁鹏平萍倩强青清庆泉然锐瑞森珊诗硕松涛婷彤炜伟伟雯西溪祥翔笑星轩雪洋瑶怡毅莹勇宇雨媛月悦昭哲真政舟洲竹',
];
/** Share of names of two characters: about one in six people. */
const SHORT_NAMES = 0.16;

/** A Chinese name put together by chance: surname and one or two characters; any likeness to a person is accidental. */
export function inventName(random: () => number): string {
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const surname = pick(SURNAMES);
  return random() < SHORT_NAMES ? surname + pick(SECOND) : surname + pick(FIRST) + pick(SECOND);
}

/**
 * Eleven digits that nobody can have: mobile numbers begin with 13–19 (电信网编号计划), while 10 is kept for operators'
 * five-digit service numbers, and 10094 is none of the known ones. So no slip in a demo can ring a stranger.
 */
export const impossiblePhone = (index: number): string => `10094${String(index).padStart(6, '0')}`;
