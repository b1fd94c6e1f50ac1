/** Registers by whose titles people say where they are, the narrowest first: a house says more than its street. */
export const NAMING_REGISTERS = [
  { register: 'protected_target', weight: 4 },
  { register: 'building', weight: 4 },
  { register: 'shelter', weight: 4 },
  { register: 'enterprise', weight: 4 },
  { register: 'reservoir', weight: 4 },
  { register: 'sunken_overpass', weight: 4 },
  { register: 'flood_prone_point', weight: 4 },
  { register: 'pump_station', weight: 4 },
  { register: 'lifeline_point', weight: 4 },
  { register: 'warehouse', weight: 3.8 },
  { register: 'legal_person', weight: 3.6 },
  { register: 'area', weight: 3 },
  { register: 'road', weight: 2.5 },
  { register: 'river', weight: 2 },
] as const;

/** What people leave out of a name; 示例 marks what the demo invented. */
export const ENDINGS = ['街道', '社区', '小区', '（示例）'] as const;

interface Named {
  readonly register: string;
  readonly said: string;
  readonly areaCode: string;
}

/** Names in a text, without those that are only part of a longer one: 八角 in 八角北里 is no place of its own. */
export function wholeNames<Name extends Named>(text: string, all: readonly Name[]): Name[] {
  const own = all.filter(({ said }) => text.includes(said));
  return own
    .filter(
      ({ said, register }) =>
        register === 'area' || !own.some((other) => other.said.length > said.length && other.said.includes(said)),
    )
    .toSorted((one, other) => rankOf(other) - rankOf(one) || other.said.length - one.said.length);
}

/** A street is the widest of all: it stands last. */
function rankOf({ register, areaCode, said }: Named): number {
  const weight = NAMING_REGISTERS.find((one) => one.register === register)?.weight ?? 0;
  return register === 'area' && areaCode.length <= 9 ? 1 : weight + Math.min(0.3, said.length * 0.02);
}

/** Do the words name a crossing of roads? */
export const isCrossing = (text: string): boolean => /[交路]口|交叉|交汇|十字|与|跟|和/.test(text);

const ELSEWHERE = /([\u4e00-\u9fa5]{2,7}?)(省|自治区|市|区|县|旗)(?![交公人市区])/g;

/** A place named with another province, city or district than ours. @returns its words, undefined where there is none */
export function elsewhereIn(text: string, ours: string): string | undefined {
  for (const [words, name = '', ending] of text.matchAll(ELSEWHERE)) {
    if (
      /^(?:小|社|校|园|景|林|厂|辖|全|本|我|城|郊|山|老|新|东|西|南|北|开发|工业|居民|住宅|生活|示范|度假|商业|办公|作业|施工|库)$|(?:小|社|园|景|校|厂|林|超|城|郊|业|发|民|宅|活|范|假)$/.test(
        name,
      )
    )
      continue;
    if (ours.includes(name) || /北京|石景山/.test(name + ending)) continue;
    return words;
  }
  return undefined;
}
