import { useState } from 'react';
import type { Point } from '../../../kernel/geometry.ts';
import type { Phrase } from '../../../kernel/phrases.ts';
import { useView } from '../../api/web.ts';
import { Button, ChoiceField, Go, Section, useSay } from '../../design-system/web.ts';
import { COORDINATE_SYSTEMS, fromCgcs2000 } from '../coordinates.rules.ts';
import { pointText } from '../map.rules.ts';
import type { search } from '../map-layers.views.ts';
import { aroundPoint } from '../surroundings/around-address.rules.ts';
import { useTypedPoint } from './typed-point.part.tsx';

const WORDS = {
  find: { zh: '找地方', en: 'Find a place' },
  typed: { zh: '名称，或 经度, 纬度', en: 'Name or coordinates' },
  forms: {
    zh: '十进制度、度分秒（116°11′24″E 39°54′36″N）或平面坐标（东, 北，米）',
    en: 'Decimal degrees, degrees with minutes and seconds (116°11′24″E 39°54′36″N), or metres of a plane (east, north)',
  },
  system: { zh: '坐标系', en: 'Coordinate system' },
  go: { zh: '定位', en: 'Go there' },
  around: { zh: '周边分析', en: 'Surroundings' },
  none: { zh: '没有找到', en: 'Nothing found' },
} as const satisfies Record<string, Phrase>;

interface Props {
  readonly onFound: (point: Point | undefined) => void;
  /** As records stood then; now unless told. */
  readonly moment?: Date | undefined;
}

/** A record by its name, or a coordinate in degrees of three systems or metres of a plane, which is then told in degrees of all. */
export function MapSearch({ onFound, moment }: Props) {
  const say = useSay();
  const [text, setText] = useState('');
  const given = useTypedPoint(text);
  const isName = given === undefined && text.trim().length > 0;
  const found = useView<typeof search>(
    'mapLayers.search',
    { q: text.trim(), ...(moment ? { moment: moment.toISOString() } : {}) },
    { isEnabled: isName },
  );
  return (
    <Section title={WORDS.find}>
      <form
        className="map-search"
        onSubmit={(event) => {
          event.preventDefault();
          const first = found.data?.found[0];
          onFound(given ? given.point : isName && first ? { lng: first.lng, lat: first.lat } : undefined);
        }}
      >
        <div className="with-button">
          <input
            type="search"
            autoComplete="off"
            maxLength={60}
            aria-label={say(WORDS.typed)}
            placeholder={say(WORDS.typed)}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <Button kind="main" type="submit">
            {say(WORDS.go)}
          </Button>
        </div>
        {given && (
          <ChoiceField
            label={WORDS.system}
            choices={given.systems.map(({ id, label }) => ({ value: id, label }))}
            value={given.system}
            onChange={given.choose}
          />
        )}
      </form>
      <p className="soft">{say(WORDS.forms)}</p>
      {given?.point && (
        <>
          <Everywhere point={given.point} />
          <Go to={aroundPoint(given.point)}>{say(WORDS.around)}</Go>
        </>
      )}
      {isName && found.data && (
        <ul className="found-list">
          {found.data.found.map((one) => (
            <li key={one.id}>
              <button type="button" className="button-bare" onClick={() => onFound({ lng: one.lng, lat: one.lat })}>
                {one.title} <span className="soft">{say(one.register)}</span>
              </button>
            </li>
          ))}
          {found.data.found.length === 0 && <li className="soft">{say(WORDS.none)}</li>}
        </ul>
      )}
    </Section>
  );
}

function Everywhere({ point }: { point: Point }) {
  const say = useSay();
  return (
    <dl className="coordinates">
      {COORDINATE_SYSTEMS.map(({ id, label }) => (
        <div key={id}>
          <dt>{say(label)}</dt>
          <dd className="number">{pointText(fromCgcs2000(point, id))}</dd>
        </div>
      ))}
    </dl>
  );
}
