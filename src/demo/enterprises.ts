import { creditCodeCheck } from '../foundation/registers/types/credit-code.type.ts';
import { DEMO_AREAS } from './areas.ts';
import type { DayFrom } from './day-from.ts';
import { impossiblePhone, inventName } from './invented-names.ts';
import { seededRandom } from './random.ts';
import { STREETS } from './streets.ts';

const FIRST_NUMBER = 930_000;

/** [what the firm does, section of GB/T 4754, high risk, chemical] */
const TRADES: readonly (readonly [trade: string, industry: string, isHighRisk: boolean, isChemical: boolean])[] = [
  ['管线工程', 'E', true, false],
  ['建筑安装', 'E', true, false],
  ['工业气体', 'F', true, true],
  ['制药', 'C', true, true],
  ['精密机械', 'C', false, false],
  ['仓储物流', 'G', false, false],
  ['餐饮', 'H', false, false],
  ['商业管理', 'L', false, false],
  ['物业服务', 'K', false, false],
  ['养老服务', 'Q', false, false],
  ['影院', 'R', false, false],
  ['软件', 'I', false, false],
];

type Substance = readonly [
  name: string,
  casNumber: string,
  unNumber: string,
  keptAs: string,
  mostTonnes: number,
  keptAt: string,
  firstAid: string,
];

/** What firms of a trade keep, with the names and numbers of 危险化学品目录（2015版）. */
const SUBSTANCES: Readonly<Record<string, readonly Substance[]>> = {
  工业气体: [
    ['氧[压缩的或液化的]', '7782-44-7', '1073', 'tank', 18, '露天储罐区', '切断气源，远离油脂和火源'],
    ['乙炔', '74-86-2', '1001', 'cylinder', 0.6, '甲类瓶库', '隔离 100 米，切断火源，喷雾状水稀释'],
    ['氨', '7664-41-7', '1005', 'tank', 4, '氨罐间', '上风向进入，重型防化服，雾状水吸收'],
  ],
  制药: [
    ['乙醇[无水]', '64-17-5', '1170', 'drum', 6, '甲类仓库', '抗溶性泡沫灭火，堵截流入下水道'],
    ['盐酸', '7647-01-0', '1789', 'drum', 2, '酸碱库', '碱性物质中和，禁止直接冲入下水道'],
    ['丙酮', '67-64-1', '1090', 'drum', 1.5, '甲类仓库', '切断火源，抗溶性泡沫'],
  ],
  精密机械: [['氩[压缩的或液化的]', '7440-37-1', '1006', 'cylinder', 0.8, '焊接车间', '通风，防窒息']],
};

/** A code whose check character is right and whose body is ours: the district, the year 2026 and a running number. */
function inventedCreditCode(index: number): string {
  const body = `91110107MA2026${String(index).padStart(3, '0')}`;
  return `${body}${creditCodeCheck(body)}`;
}

/** Six firms in every street, invented; some of them lack what the law or the plan asks of them. */
export const demoEnterprises = (day: DayFrom) =>
  STREETS.flatMap(({ code, name }, street) =>
    Array.from({ length: 6 }, (_, turn) => {
      const index = street * 6 + turn;
      const random = seededRandom(9100 + index);
      const [trade, industry, isHighRisk, isChemical] = TRADES[index % TRADES.length] ?? ['商贸', 'F', false, false];
      const centre = DEMO_AREAS.find((area) => area.code === code)?.center ?? { lng: 116.2, lat: 39.91 };
      const isInsured = isHighRisk ? index % 7 !== 0 : index % 3 === 0;
      const isGraded = isHighRisk || index % 2 === 0;
      return {
        streetCode: code,
        substances: (SUBSTANCES[trade] ?? []).map(
          ([substance, casNumber, unNumber, keptAs, mostTonnes, keptAt, firstAid]) => ({
            name: substance,
            ...{ casNumber, unNumber, keptAs, mostTonnes, keptAt, firstAid },
          }),
        ),
        enterprise: {
          name: `${name.replace('街道', '')}${['恒安', '泰和', '远山', '明德', '西岭', '永定'][turn]}${trade}有限公司（示例）`,
          creditCode: inventedCreditCode(index),
          industry,
          isHighRisk,
          isChemical,
          library: isHighRisk ? (index % 2 === 0 ? 'a' : 'b') : index % 2 === 0 ? 'c' : 'd',
          staffCount: 8 + Math.floor(random() * 240),
          address: `${name}${1 + Math.floor(random() * 90)}号（示例地址）`,
          place: { lng: centre.lng + (random() - 0.5) * 0.012, lat: centre.lat + (random() - 0.5) * 0.01 },
          legalRepresentative: inventName(random),
          phone: impossiblePhone(FIRST_NUMBER + index),
          safetyDirector: index % 5 === 0 ? null : inventName(random),
          certificateHolders: Math.floor(random() * 12),
          hasEnterpriseStandard: isHighRisk && index % 4 !== 1,
          standardizationGrade: isGraded ? (index % 8 === 2 ? 'small' : 'third') : 'none',
          standardizationValidTo: isGraded ? (index % 9 === 0 ? day(-93) : day(578)) : null,
          ...(isInsured
            ? {
                insurer: '财产保险公司（示例）',
                insuredAmount: 3_000_000,
                insuredTo: index % 6 === 0 ? day(-32) : day(394),
              }
            : {}),
        },
      };
    }),
  );
