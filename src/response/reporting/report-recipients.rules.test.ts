import { describe, expect, it } from 'vitest';
import { fulfils, REPORT_RECIPIENTS, recipientsOf } from './report-recipients.rules.ts';

const { values } = REPORT_RECIPIENTS.initial;
const knownAt = new Date('2026-06-11T02:30:00Z');
const named = (more: object) =>
  recipientsOf({ kind: 'fire', grade: 'general', knownAt, ...more }, values).map(({ recipient }) => recipient);

describe('报送对象 (北京办法 第37条、第38条)', () => {
  it('of an ordinary incident are the city and the district, of 较大 also those who lead', () => {
    expect(named({})).toContain('市应急指挥中心');
    expect(named({})).not.toContain('区长');
    expect(named({ grade: 'large' })).toContain('区长');
    expect(named({ kind: 'utility.gas' })).toContain('相关运营企业');
  });

  it('in a special period are at once those of 较大, whatever the grade', () => {
    expect(named({ isSpecialPeriod: true })).toEqual(named({ grade: 'large' }));
    expect(named({ grade: null, isSpecialPeriod: true })).toContain('市政府总值班室');
  });

  it('who are to be rung up are told by a voice, not by a paper on its way', () => {
    expect(fulfils('phone', 'government_network')).toBe(false);
    expect(fulfils('phone', 'fax')).toBe(false);
    expect(fulfils('phone', 'phone')).toBe(true);
    expect(fulfils('phone', 'by_hand')).toBe(true);
    expect(fulfils('government_network', 'fax')).toBe(true);
    expect(fulfils(null, 'fax')).toBe(true);
  });
});
