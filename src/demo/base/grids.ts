import type { Polygon } from '../../kernel/geometry.ts';
import type { DayFrom } from '../day-from.ts';
import { impossiblePhone, inventName } from '../invented-names.ts';
import { seededRandom } from '../random.ts';
import { DEMO_NEIGHBOURHOODS, squareAround } from './around.ts';

const FIRST_NUMBER = 990_000;
const LAYERS = ['social_governance', 'work_safety', 'city_management', 'fire_protection', 'disaster_information'];

/** A corner forgotten when the grid was drawn: the check of the ground finds the gap. */
const cutCorner = ([ring = [], ...holes]: Polygon): Polygon =>
  ring.length > 5 ? [[...ring.slice(0, 2), ...ring.slice(3)], ...holes] : [ring, ...holes];

/** Grids of their own for one firm or market, drawn over the community's: the check of the ground finds the overlap. */
export const demoDedicatedGrids = () =>
  DEMO_NEIGHBOURHOODS.slice(0, 1).map(({ code, name, center }) => ({
    communityCode: code,
    grid: {
      name: `${name.replace('社区', '')}商业街专属网格（示例）`,
      gridCode: `${code}801`,
      gridKind: 'dedicated',
      outline: squareAround(center, 60),
      dutyLayers: ['work_safety', 'fire_protection'],
      households: 0,
      people: 240,
      description: '商业街',
    },
  }));

/** Every demo neighbourhood is one grid with a chief and a worker; some duties are nobody's yet. */
export const demoGrids = (day: DayFrom) =>
  DEMO_NEIGHBOURHOODS.map(({ code, name, polygon }, index) => {
    const random = seededRandom(9900 + index);
    const member = (part: 'chief' | 'worker', dutyLayers: readonly string[], number: number) => ({
      name: inventName(random),
      part,
      dutyLayers,
      phone: impossiblePhone(FIRST_NUMBER + index * 2 + number),
      since: day(-300 - index),
    });
    return {
      communityCode: code,
      grid: {
        name: `${name.replace('社区', '')}第一网格（示例）`,
        gridCode: `${code}001`,
        gridKind: 'basic',
        outline: [index === 1 ? cutCorner(polygon) : polygon],
        dutyLayers: LAYERS,
        households: 300 + Math.floor(random() * 400),
        people: 800 + Math.floor(random() * 900),
        description: '社区全域',
      },
      members: [
        member('chief', ['social_governance', 'disaster_information'], 0),
        member(
          'worker',
          index % 3 === 0 ? ['city_management'] : ['work_safety', 'city_management', 'fire_protection'],
          1,
        ),
      ],
    };
  });

/** Informants of the same communities: most have both, some lack their B, some were not checked for a year. */
export const demoInformants = (day: DayFrom) =>
  DEMO_NEIGHBOURHOODS.flatMap(({ code }, index) => {
    const random = seededRandom(9920 + index);
    const informant = (post: 'a' | 'b', number: number) => ({
      communityCode: code,
      informant: {
        post,
        name: inventName(random),
        phone: impossiblePhone(FIRST_NUMBER + 200 + index * 2 + number),
        appointedOn: day(-900),
        checkedOn: index % 5 === 4 ? day(-420) : day(-90),
        trainedOn: day(-120),
      },
    });
    return index % 4 === 3 ? [informant('a', 0)] : [informant('a', 0), informant('b', 1)];
  });
