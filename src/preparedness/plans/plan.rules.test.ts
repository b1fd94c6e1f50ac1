import { describe, expect, it } from 'vitest';
import { offsetText } from './plan.rules.ts';

describe('when an action is due', () => {
  it.each([
    [0, 'T0', 'T0'],
    [10, 'T0+10分', 'T0+10 min'],
    [360, 'T0+6小时', 'T0+6 h'],
    [90, 'T0+1小时30分', 'T0+1 h 30 min'],
    [1440, 'T0+24小时', 'T0+24 h'],
    [4320, 'T0+3天', 'T0+3 d'],
    [4380, 'T0+73小时', 'T0+73 h'],
  ])('%i minutes after T0 reads %s', (minutes, zh, en) => {
    expect(offsetText(minutes)).toEqual({ zh, en });
  });
});
