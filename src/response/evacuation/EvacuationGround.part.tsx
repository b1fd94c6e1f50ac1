import { useEffect } from 'react';
import { useView } from '../../foundation/api/web.ts';
import { Go, useSay } from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { IncidentMapProps } from '../incidents/web.ts';
import type { list } from './evacuation.views.ts';

const GROUND: Phrase = { zh: '图上标出转移范围：', en: 'On the map, the ground to be left:' };

/** 转移范围 on the map of an incident, until everybody is home. */
export default function EvacuationGround({ incident, tellGround }: IncidentMapProps) {
  const say = useSay();
  const view = useView<typeof list>(
    'evacuations.list',
    { incidentId: incident.id, isOpen: true },
    { topics: ['evacuation'] },
  );
  const drawn = view.data?.items.filter(({ outline }) => outline.length > 0) ?? [];
  const ground = JSON.stringify(drawn.flatMap(({ outline }) => outline));
  useEffect(() => tellGround('evacuation', JSON.parse(ground)), [ground, tellGround]);
  if (drawn.length === 0) return null;
  return (
    <p className="row">
      {say(GROUND)}
      {drawn.map(({ id, title }) => (
        <Go key={id} to={`/evacuations/${id}`}>
          {title}
        </Go>
      ))}
    </p>
  );
}
