import { useCallback, useState } from 'react';
import { useDistrictMap } from '../../foundation/areas/web.ts';
import { Contributions, Section, useSay } from '../../foundation/design-system/web.ts';
import { DistrictMap } from '../../foundation/geo/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { INCIDENT_ANCHORS, type IncidentGround, type IncidentPartProps } from './incident-anchors.part.tsx';

const NO_PLACE: Phrase = {
  zh: '没有标位置：派单时无法按街道选人',
  en: 'No position: no street is found for the orders',
};

/** Where it is, with the ground that other capabilities tell of. */
export default function IncidentMap({ incident }: IncidentPartProps) {
  const say = useSay();
  const map = useDistrictMap();
  const { place, id, title } = incident;
  const [grounds, setGrounds] = useState<Readonly<Record<string, IncidentGround>>>({});
  const tellGround = useCallback(
    (part: string, ground: IncidentGround) => setGrounds((before) => ({ ...before, [part]: ground })),
    [],
  );
  const reach = Object.values(grounds).flat();
  return (
    <Section id="map" title={INCIDENT_ANCHORS.map}>
      {place ? (
        <div className="incident-map">
          <DistrictMap
            label={say(INCIDENT_ANCHORS.map)}
            areas={map.data}
            points={[{ ...place, id, label: title, shape: 'incident' }]}
            focus={place}
            reach={reach.length > 0 ? reach : undefined}
          />
        </div>
      ) : (
        <p className="soft">{say(NO_PLACE)}</p>
      )}
      <Contributions at="incident.map" props={{ incident, tellGround }} />
    </Section>
  );
}
