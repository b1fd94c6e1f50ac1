/**
 * Pinyin as it is typed: zhangwei, zhang wei, zw, zhangw. What was written is cut into syllables; the last one may be
 * unfinished. `lü` is typed `lv`.
 */

const SYLLABLES = new Set(
  `a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng cha chai chan
  chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan
  dang dao de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo e ei en eng er fa fan fang fei fen feng fo
  fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hong
  hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei
  ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo
  long lou lu luan lun luo lv lve ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao
  ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan nuo nv nve o ou pa pai pan pang pao pei pen peng pi pian
  piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou
  ru rua ruan rui run ruo sa sai san sang sao se sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai
  shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te tei teng ti tian tiao tie ting tong tou tu
  tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang
  yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhei zhen zheng
  zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo`.split(/\s+/),
);
const LONGEST = 6;
/** Ways to cut one word; xian is 西安 and 先. More are not looked at. */
const MOST_WAYS = 4;

export interface SoundWay {
  /** Whole syllables, in order; the last may be the beginning of one. */
  readonly syllables: readonly string[];
  readonly isLastOpen: boolean;
}

/** How letters read as pinyin; few syllables first. Empty when they do not. */
export function soundWays(letters: string): SoundWay[] {
  const ways: SoundWay[] = [];
  const cut = (from: number, before: readonly string[]) => {
    if (ways.length >= MOST_WAYS * 4 || before.length > 20) return;
    const rest = letters.slice(from);
    if (rest === '') {
      ways.push({ syllables: before, isLastOpen: false });
      return;
    }
    for (let length = Math.min(LONGEST, rest.length); length > 0; length -= 1) {
      if (SYLLABLES.has(rest.slice(0, length))) cut(from + length, [...before, rest.slice(0, length)]);
    }
    const isBeginning =
      before.length > 0 && rest.length < LONGEST && [...SYLLABLES].some((one) => one.startsWith(rest));
    if (isBeginning) ways.push({ syllables: [...before, rest], isLastOpen: true });
  };
  cut(0, []);
  return ways
    .sort(
      (one, other) =>
        one.syllables.length - other.syllables.length || Number(one.isLastOpen) - Number(other.isLastOpen),
    )
    .slice(0, MOST_WAYS);
}

/** Tokens of one reading of a text: each syllable, and the initials by pairs. */
export function soundTokens(syllables: readonly string[]): string[] {
  const initials = syllables.map((one) => one.slice(0, 1));
  return [...syllables.map((one) => `~${one}`), ...initials.slice(1).map((one, at) => `^${initials[at]}${one}`)];
}

/** Tokens that an entry must have to sound like this. */
export function wayTokens({ syllables, isLastOpen }: SoundWay): string[] {
  const whole = isLastOpen ? syllables.slice(0, -1) : syllables;
  const initials = syllables.map((one) => one.slice(0, 1));
  const pairs = initials.slice(1).map((one, at) => `^${initials[at]}${one}`);
  return [...new Set([...whole.map((one) => `~${one}`), ...pairs])];
}

/** Pairs of initials: zwm → zw, wm. */
export const initialTokens = (letters: string): string[] => [
  ...new Set([...letters].slice(1).map((one, at) => `^${letters[at]}${one}`)),
];
