import { describe, expect, it } from 'vitest';
import {
  COMMAND_AUTHORITY,
  casualtyFault,
  commandAuthorityFor,
  commandReason,
  mustReportAtOnce,
} from './incident.rules.ts';

describe('who commands in 石景山 (北京办法 第46条)', () => {
  it.each([
    [null, 'district_committee'],
    ['general', 'district_committee'],
    ['large', 'city_headquarters'],
    ['major', 'city_committee'],
    ['extraordinary', 'city_committee'],
  ] as const)('%s → %s', (grade, authority) => {
    expect(commandAuthorityFor(grade, COMMAND_AUTHORITY.initial.values)).toBe(authority);
  });
});

describe('why they command', () => {
  it('较大 is the city’s, with first response and the superior’s level left to the district', () => {
    const { values: rule } = COMMAND_AUTHORITY.initial;
    expect(commandReason('large', 'city_headquarters', rule).zh).toBe(
      '较大突发事件由市专项应急指挥部指挥；区里先期处置，响应随上级级别',
    );
    expect(commandReason('general', 'district_committee', rule).zh).toBe('一般突发事件由区应急委统一指挥');
    expect(commandReason(null, 'district_committee', rule).zh).toMatch(/^尚未定级/);
    // Handed over, it is not the grade that puts them in command.
    expect(commandReason('general', 'city_headquarters', rule).zh).toBe(
      '指挥权已移交市专项应急指挥部；区里先期处置，响应随上级级别',
    );
    expect(commandReason('large', 'district_committee', rule).zh).toBe('指挥权已移回区应急委');
  });
});

describe('what the city hears at once (北京办法 第38条)', () => {
  it('较大 always, 一般 only when it is special', () => {
    expect(mustReportAtOnce('large', false)).toBe(true);
    expect(mustReportAtOnce('general', false)).toBe(false);
    expect(mustReportAtOnce('general', true)).toBe(true);
  });
});

describe('figures', () => {
  it('the dead do not become fewer by a correction', () => {
    expect(casualtyFault({ deaths: 2 }, { deaths: 1 })).toBeDefined();
    expect(casualtyFault({ deaths: 2 }, { deaths: null })).toBeDefined();
    expect(casualtyFault({ deaths: null }, { deaths: 1 })).toBeUndefined();
    expect(casualtyFault({ deaths: 1 }, { deaths: 1 })).toBeUndefined();
  });
});
