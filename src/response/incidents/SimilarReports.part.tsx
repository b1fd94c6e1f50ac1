import { useView } from '../../foundation/api/web.ts';
import { Go, MarkBadge, Tag, Time, useCalm, useSay } from '../../foundation/design-system/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { SOURCE_CHANNELS } from '../intake/intake.register.ts';
import { INTAKE_STATES, type SimilarPartProps } from '../intake/web.ts';
import type { similarReports } from './similar-reports.views.ts';
import './incidents.css';

const WORDS = {
  title: { zh: '可能是同一情况的接报（{count}）', en: 'Reports that may be of the same matter ({count})' },
  proposed: { zh: '很可能重复', en: 'Probably the same' },
  suspected: { zh: '疑似', en: 'Suspected' },
  metres: { zh: '相距 {metres} 米', en: '{metres} m away' },
  minutes: { zh: '相差 {minutes} 分钟', en: '{minutes} min apart' },
} as const;

/** While a call is typed: what others have told in the same hour near the same place. */
export default function SimilarReports({ kind, place, placeText, knownAt }: SimilarPartProps) {
  const say = useSay();
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
            <span className="soft">
              {[
                say(labelOf(SOURCE_CHANNELS, one.sourceChannel)),
                say(INTAKE_STATES[one.state as keyof typeof INTAKE_STATES]),
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
