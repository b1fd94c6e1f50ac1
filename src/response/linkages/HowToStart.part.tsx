import { Go, useMay, useSay } from '../../foundation/design-system/web.ts';

const WORDS = {
  how: {
    zh: '在事件、指令、周边分析或地图圈定的范围上点「一键通」发起',
    en: 'Start one on an incident, an order, surroundings, or ground drawn on the map',
  },
  map: { zh: '到地图上圈定范围', en: 'Draw ground on the map' },
} as const;

/** Where a linkage begins, for whoever has come without a matter. */
export function HowToStart() {
  const say = useSay();
  const may = useMay();
  return (
    <p className="soft">
      {say(WORDS.how)} {may('linkage.start') && <Go to="/map">{say(WORDS.map)}</Go>}
    </p>
  );
}
