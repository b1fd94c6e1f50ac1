import { impossiblePhone, inventName } from '../invented-names.ts';
import { seededRandom } from '../random.ts';
import { around, DEMO_NEIGHBOURHOODS, type Place } from './around.ts';

const FIRST_NUMBER = 996_000;

const GOOD = { daysAgo: 20, hasPassed: true, finding: '收发正常' } as const;

/** A community's group, its loudspeaker and the display of one house: every third has no loudspeaker that works. */
export function demoEndpoints({ index, at }: { index: number; at: Place }) {
  const random = seededRandom(9960 + index);
  const name = (DEMO_NEIGHBOURHOODS[index]?.name ?? '').replace('社区', '');
  const keeper = (turn: number) => ({
    administrator: inventName(random),
    administratorPhone: impossiblePhone(FIRST_NUMBER + index * 3 + turn),
  });
  return [
    {
      endpoint: {
        name: `${name}居民工作群（示例）`,
        endpointKind: 'group',
        householdShare: 72 + (index % 5) * 5,
        deviceAddress: `${name}应急信息群`,
        ...keeper(0),
      },
      isInBuilding: false,
      test: GOOD,
    },
    {
      endpoint: {
        name: `${name}应急广播（示例）`,
        endpointKind: 'loudspeaker',
        deviceAddress: `GB-${String(index + 1).padStart(3, '0')}`,
        at: around(at, random, 60),
        reach: 300,
        ...keeper(1),
      },
      isInBuilding: false,
      test:
        index % 3 === 2
          ? undefined
          : index === 4
            ? ({ daysAgo: 2, hasPassed: false, finding: '功放无输出，喊话听不到' } as const)
            : GOOD,
    },
    {
      endpoint: {
        name: `${name}楼门电子屏（示例）`,
        endpointKind: 'display',
        deviceAddress: `DP-${String(index + 1).padStart(3, '0')}`,
        at,
        ...keeper(2),
      },
      isInBuilding: true,
      test: index % 4 === 3 ? GOOD : undefined,
    },
  ];
}

/** Somebody of the block who goes to an old neighbour's door. */
export const demoDoorKnock = (index: number) => ({
  cause: 'alone',
  knocker: inventName(seededRandom(9980 + index)),
  knockerPhone: impossiblePhone(FIRST_NUMBER + 500 + index),
});
