import { defineTemplate } from '../../foundation/messaging/define.ts';

/** To whose duty it is (应对法 第9条): somebody there takes it over. */
export const INTAKE_TRANSFERRED = defineTemplate('intake.transferred', {
  label: { zh: '转来的接报', en: 'A report was transferred to you' },
  asks: 'receipt',
  heading: { zh: '转办 {number}：{place}，请签收办理', en: 'Report {number} is transferred to you: {place}' },
});

export const INTAKE_PASSED_ON = defineTemplate('intake.passed_on', {
  label: { zh: '接报已转办', en: 'Your report was transferred' },
  heading: { zh: '你单位的接报 {number} 已转办', en: 'Your report {number} was transferred' },
});

export const INTAKE_FALSE = defineTemplate('intake.false', {
  label: { zh: '接报判为误报', en: 'Your report was found false' },
  heading: { zh: '你单位的接报 {number} 判为误报', en: 'Your report {number} was found to be false' },
});

export const INTAKE_DUPLICATE = defineTemplate('intake.duplicate', {
  label: { zh: '接报已并入', en: 'Your report was merged' },
  heading: {
    zh: '你单位的接报 {number} 已并入同一情况',
    en: 'Your report {number} was merged with others of the same matter',
  },
});

export const INTAKE_ACCEPTED = defineTemplate('intake.accepted', {
  label: { zh: '接报已立案', en: 'Your report was accepted' },
  heading: { zh: '你单位的接报 {number} 已立案', en: 'Your report {number} was accepted as an incident' },
});

export const INTAKE_MESSAGES = [INTAKE_TRANSFERRED, INTAKE_PASSED_ON, INTAKE_FALSE, INTAKE_DUPLICATE, INTAKE_ACCEPTED];
