import type { DayFrom } from '../day-from.ts';
import { demoEnterprises } from '../enterprises.ts';

const KINDS = [
  ['penalty', '未按规定设置安全警示标志，罚款', '区应急管理局'],
  ['honour', '安全生产诚信企业', '区市场监督管理局'],
  ['abnormal', '通过登记的住所无法联系', '区市场监督管理局'],
] as const;

/** The firms of the demo as the base would answer for them, and what was said of every third. */
export const demoLegalPersons = (day: DayFrom) => {
  const copied = { copiedOn: day(-10), copiedUntil: day(355) };
  return demoEnterprises(day)
    .filter((_, index) => index % 3 === 0)
    .map(({ streetCode, enterprise }, index) => {
      const [creditKind, subject, authority] = KINDS[index % KINDS.length] ?? KINDS[0];
      return {
        streetCode,
        legalPerson: {
          creditCode: enterprise.creditCode,
          name: enterprise.name,
          address: enterprise.address,
          representative: enterprise.legalRepresentative,
          establishedOn: day(-3000 - index * 20),
          status: '存续',
          industry: '示例行业',
          at: enterprise.place,
          copiedFor: '监管对象核验',
          ...copied,
        },
        creditRecord: {
          recordNumber: `示例信用〔2026〕${index + 1}号`,
          creditCode: enterprise.creditCode,
          creditKind,
          subject,
          authority,
          decidedOn: day(-200 - index),
          publicUntil: day(165),
          copiedFor: '差异化监管频次',
          ...copied,
        },
      };
    });
};
