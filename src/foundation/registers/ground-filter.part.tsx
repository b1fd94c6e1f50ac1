import { withinFrom } from '../../kernel/within.ts';
import { type Filter, Go, useSay, useSearch } from '../design-system/web.ts';

const WORDS = {
  within: { zh: '范围', en: 'Ground' },
  circle: { zh: '半径 {metres} 米的圆', en: 'a circle of {metres} m' },
  outline: { zh: '{count} 个点围成', en: 'an outline of {count} corners' },
  broken: { zh: '读不出', en: 'cannot be read' },
  drawIt: {
    zh: '在一张图上框选或按坐标输入范围，再从表格回到这里。',
    en: 'Draw it on the one map or type its coordinates there, then come back here from the table.',
  },
  toMap: { zh: '在一张图上划定', en: 'Draw on the one map' },
} as const;

/** Ground that the address narrows a list to, as its chip. Drawn on the map, not chosen here: it shows once it narrows. */
export function useGroundFilter(layer: string): Filter[] {
  const say = useSay();
  const [{ within }] = useSearch();
  if (!within) return [];
  return [
    {
      key: 'within',
      label: WORDS.within,
      choices: [],
      made: {
        text: (value: string) => groundWords(value, say),
        draw: (value: string | undefined) => <ToMap layer={layer} within={value} />,
      },
    },
  ];
}

function groundWords(text: string, say: ReturnType<typeof useSay>): string {
  const within = withinFrom(text);
  if (!within) return say(WORDS.broken);
  return 'corners' in within
    ? say(WORDS.outline, { count: within.corners.length })
    : say(WORDS.circle, { metres: Math.round(within.metres) });
}

/** Ground is drawn where it is seen. */
function ToMap({ layer, within }: { layer: string; within: string | undefined }) {
  const say = useSay();
  const asked = new URLSearchParams({ on: layer, table: 'yes', ...(within ? { within } : {}) });
  return (
    <>
      <p>{say(WORDS.drawIt)}</p>
      <Go className="button" to={`/map?${asked}`}>
        {say(WORDS.toMap)}
      </Go>
    </>
  );
}

/** The same for a screen that has no list with chips: what it is narrowed to, the way to draw it, and how to take it off. */
export function GroundNote({ layer }: { layer: string }) {
  const say = useSay();
  const [{ within }, setSearch] = useSearch();
  if (!within) return null;
  return (
    <p className="row">
      {say(WORDS.within)}：{groundWords(within, say)}
      <Go to={`/map?${new URLSearchParams({ on: layer, table: 'yes', within })}`}>{say(WORDS.toMap)}</Go>
      <button type="button" className="button-bare" onClick={() => setSearch({ within: undefined })}>
        {say({ zh: '取消范围', en: 'Everywhere' })}
      </button>
    </p>
  );
}
