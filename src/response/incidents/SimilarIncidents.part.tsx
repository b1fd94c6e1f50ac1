import { useEffect } from 'react';
import { useView } from '../../foundation/api/web.ts';
import { Button, Go, GradeBadge, Tag, Time, useMay, useSay } from '../../foundation/design-system/web.ts';
import { useRules } from '../../foundation/rule-sets/web.ts';
import type { SimilarPartProps } from '../intake/web.ts';
import type { list } from './incidents.views.ts';
import { DUPLICATE_RULES, similarTo } from './nearness.rules.ts';
import './incidents.css';

const WORDS = {
  title: { zh: '可能是同一事件（{count}）', en: 'May be the same matter ({count})' },
  hint: {
    zh: '并入前再确认一次；每份接报都保留，时限不重新计算。',
    en: 'You confirm once more; every report is kept, and no limit starts anew.',
  },
  same: { zh: '就是它，存并并入', en: 'The same: save and merge' },
  proposed: { zh: '建议并入', en: 'Probably the same' },
  suspected: { zh: '疑似', en: 'Suspected' },
  metres: { zh: '相距 {metres} 米', en: '{metres} m away' },
} as const;

/** While a call is typed: open incidents near its place or, where none is marked, of its kind. */
export default function SimilarIncidents(call: SimilarPartProps) {
  const say = useSay();
  const may = useMay();
  const view = useView<typeof list>('incidents.list', { state: 'open' });
  const rules = useRules(DUPLICATE_RULES)?.values;
  const found = (rules ? similarTo(view.data?.items ?? [], call, rules) : []).slice(0, 5);
  const { tellPoints, onSame } = call;
  const points = JSON.stringify(
    found.flatMap(({ incident: { id, place, title } }) => (place ? [{ ...place, id, label: title }] : [])),
  );
  useEffect(() => {
    const told = JSON.parse(points) as { lng: number; lat: number; id: string; label: string }[];
    tellPoints(
      'incidents',
      told.map((one) => ({ ...one, shape: 'incident' as const })),
    );
  }, [points, tellPoints]);
  if (found.length === 0) return null;
  const title = say(WORDS.title, { count: found.length });
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className="similar">
        {found.map(({ incident, metres, isProposed }) => (
          <li key={incident.id}>
            <Time at={incident.knownAt} />
            <Go to={`/incidents/${incident.id}`} target="_blank">
              {incident.title}
            </Go>
            <Tag>{say(isProposed ? WORDS.proposed : WORDS.suspected)}</Tag>
            <GradeBadge grade={incident.grade} />
            {may('incident.open') && (
              <Button type="submit" onClick={() => onSame('merge', incident.id)}>
                {say(WORDS.same)}
              </Button>
            )}
            {metres !== undefined && <span className="soft">{say(WORDS.metres, { metres: Math.round(metres) })}</span>}
          </li>
        ))}
      </ul>
      <p className="soft">{say(WORDS.hint)}</p>
    </section>
  );
}
