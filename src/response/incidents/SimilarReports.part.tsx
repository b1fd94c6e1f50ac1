import { useEffect } from 'react';
import { useView } from '../../foundation/api/web.ts';
import { Button, Go, MarkBadge, Tag, Time, useCalm, useMay, useSay } from '../../foundation/design-system/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { SOURCE_CHANNELS } from '../intake/intake.register.ts';
import { INTAKE_STATES, type SimilarPartProps } from '../intake/web.ts';
import type { similarReports } from './similar-reports.views.ts';
import './incidents.css';

const WORDS = {
  title: { zh: '可能是同一情况的接报（{count}）', en: 'Reports that may be of the same matter ({count})' },
  proposed: { zh: '很可能重复', en: 'Probably the same' },
  suspected: { zh: '疑似', en: 'Suspected' },
  same: { zh: '就是它，存并并入', en: 'The same: save and merge' },
  closed: { zh: '事件已办结', en: 'the incident is closed' },
  metres: { zh: '相距 {metres} 米', en: '{metres} m away' },
  minutes: { zh: '相差 {minutes} 分钟', en: '{minutes} min apart' },
} as const;

/** Not decided yet: it may stand for both. */
export const isUndecided = (state: string) => state === 'received' || state === 'verifying';

/** While a call is typed: what others have told in the same hour near the same place. */
export default function SimilarReports({ kind, place, placeText, knownAt, tellPoints, onSame }: SimilarPartProps) {
  const say = useSay();
  const may = useMay();
  const calm = useCalm(placeText ?? '', 250);
  const view = useView<typeof similarReports>(
    'incidents.similarReports',
    {
      ...(kind ? { kind } : {}),
      ...(place ? { place } : {}),
      ...(calm ? { placeText: calm } : {}),
      knownAt: new Date(knownAt).toISOString(),
    },
    { isEnabled: Boolean(kind || place), keepsPrevious: true },
  );
  const found = kind || place ? (view.data?.items ?? []) : [];
  const points = JSON.stringify(
    found.flatMap((one) => (one.place ? [{ ...one.place, id: one.id, label: one.number }] : [])),
  );
  useEffect(() => {
    const told = JSON.parse(points) as { lng: number; lat: number; id: string; label: string }[];
    tellPoints(
      'reports',
      told.map((one) => ({ ...one, shape: 'alarm' as const })),
    );
  }, [points, tellPoints]);
  if (found.length === 0) return null;
  const title = say(WORDS.title, { count: found.length });
  const minutes = (at: string) => Math.round(Math.abs(Date.parse(at) - new Date(knownAt).getTime()) / 60_000);
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className="similar">
        {found.map((one) => (
          <li key={one.id}>
            <Time at={one.knownAt} />
            <Go to={`/intake/${one.id}`} target="_blank">
              {`${one.number} ${one.placeText}`}
            </Go>
            <Tag>{say(one.isProposed ? WORDS.proposed : WORDS.suspected)}</Tag>
            <MarkBadge mark={one.mark} />
            {may('incident.open') && !one.isClosed && (one.incidentId || isUndecided(one.state)) && (
              <Button
                type="submit"
                onClick={() => (one.incidentId ? onSame('merge', one.incidentId) : onSame('join', one.id))}
              >
                {say(WORDS.same)}
              </Button>
            )}
            <span className="soft">
              {[
                say(labelOf(SOURCE_CHANNELS, one.sourceChannel)),
                say(INTAKE_STATES[one.state as keyof typeof INTAKE_STATES]),
                one.isClosed ? say(WORDS.closed) : '',
                one.metres === null ? '' : say(WORDS.metres, { metres: Math.round(one.metres) }),
                say(WORDS.minutes, { minutes: minutes(one.knownAt) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
