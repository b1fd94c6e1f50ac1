import { useCommand, useView } from '../../foundation/api/web.ts';
import { useDistrictMap } from '../../foundation/areas/web.ts';
import {
  Button,
  Dialog,
  Form,
  FormActions,
  go,
  Section,
  Time,
  useMay,
  useSay,
  useSearch,
} from '../../foundation/design-system/web.ts';
import { DistrictMap } from '../../foundation/geo/web.ts';
import { INCIDENT_KINDS } from '../../foundation/incident-kinds/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { SOURCE_CHANNELS } from '../intake/intake.register.ts';
import type { IntakePartProps, IntakeRecord, JoinIntake } from '../intake/web.ts';
import { Casualties } from '../intake/web.ts';
import { metresBetween } from './nearness.rules.ts';
import { isUndecided } from './SimilarReports.part.tsx';
import type { similarReports } from './similar-reports.views.ts';
import './incidents.css';

const WORDS = {
  title: { zh: '可能是同一情况的接报', en: 'Reports that may be of the same matter' },
  compare: { zh: '比较并并入', en: 'Compare and merge' },
  dialog: { zh: '并入另一接报', en: 'Merge into another report' },
  this: { zh: '本条（并入）', en: 'This one (merged)' },
  other: { zh: '保留为主的接报', en: 'The one that stands for both' },
  join: { zh: '并入', en: 'Merge' },
  hint: {
    zh: '两条都保留，各自的书面初报时限不变；并错了可以撤销。',
    en: 'Both are kept, each with its own limit; a wrong merge can be undone.',
  },
  metres: { zh: '相距 {metres} 米', en: '{metres} m apart' },
  minutes: { zh: '相差 {minutes} 分钟', en: '{minutes} min apart' },
  map: { zh: '两条接报的位置', en: 'Where the two are' },
  words: { zh: '内容', en: 'Words' },
  known: { zh: '获悉', en: 'Known' },
  source: { zh: '来源', en: 'Source' },
  kind: { zh: '类别', en: 'Kind' },
  place: { zh: '地点', en: 'Place' },
  figures: { zh: '伤亡', en: 'Casualties' },
} as const;

/** On a report that is not decided: others of the same hour and place that wait as well; two of one matter become one. */
export default function JoinReports({ report }: IntakePartProps) {
  const say = useSay();
  const may = useMay();
  const [search, change] = useSearch();
  const isOpen = isUndecided(report.state) && may('intake.decide');
  const view = useView<typeof similarReports>(
    'incidents.similarReports',
    {
      kind: report.kind,
      ...(report.place ? { place: report.place } : {}),
      placeText: report.placeText,
      knownAt: new Date(report.knownAt).toISOString(),
      exceptId: report.id,
    },
    { isEnabled: isOpen },
  );
  const others = isOpen ? (view.data?.items ?? []).filter(({ state }) => isUndecided(state)) : [];
  const into = isOpen && search.act === 'join' ? search.into : undefined;
  if (others.length === 0 && !into) return null;
  return (
    <Section title={WORDS.title}>
      <ul className="similar">
        {others.map((one) => (
          <li key={one.id}>
            <Time at={one.knownAt} />
            <span>{`${one.number} ${one.placeText}`}</span>
            <span className="soft">
              {[
                say(labelOf(SOURCE_CHANNELS, one.sourceChannel)),
                one.metres === null ? '' : say(WORDS.metres, { metres: Math.round(one.metres) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <Button
              onClick={() => change({ act: 'join', into: one.id })}
              aria-label={`${say(WORDS.compare)} ${one.number}`}
            >
              {say(WORDS.compare)}
            </Button>
          </li>
        ))}
      </ul>
      {into && <Compare report={report} into={into} onClose={() => change({ act: undefined, into: undefined })} />}
    </Section>
  );
}

/** The two side by side, with map and times: a person decides. */
function Compare({ report, into, onClose }: IntakePartProps & { into: string; onClose: () => void }) {
  const say = useSay();
  const map = useDistrictMap();
  const { data: other } = useView<IntakeRecord>('intake.record', { id: into });
  const joining = useCommand<JoinIntake>('intake.join');
  const submit = async () => {
    if (await joining.run({ id: report.id, intoId: into }, { version: report.version })) go(`/intake/${into}`);
  };
  const both = [report, ...(other ? [other] : [])];
  const points = both.flatMap(({ id, number, place }) =>
    place ? [{ ...place, id, label: number, shape: 'alarm' as const }] : [],
  );
  const rows: [{ zh: string; en: string }, (one: (typeof both)[number]) => React.ReactNode][] = [
    [WORDS.known, (one) => <Time at={one.knownAt} />],
    [WORDS.source, (one) => say(labelOf(SOURCE_CHANNELS, one.sourceChannel))],
    [WORDS.kind, (one) => say(labelOf(INCIDENT_KINDS, one.kind))],
    [WORDS.place, (one) => one.placeText],
    [WORDS.words, (one) => one.text],
    [WORDS.figures, (one) => <Casualties of={one} />],
  ];
  return (
    <Dialog title={say(WORDS.dialog)} isOpen onClose={onClose} size="wide">
      <Form onSubmit={() => void submit()} problem={joining.problem} isWaiting={joining.isWaiting}>
        <table className="table join-table">
          <thead>
            <tr>
              <td />
              <th scope="col">{`${say(WORDS.this)} ${report.number}`}</th>
              <th scope="col">{`${say(WORDS.other)} ${other?.number ?? ''}`}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, show]) => (
              <tr key={label.zh}>
                <th scope="row">{say(label)}</th>
                {both.map((one) => (
                  <td key={one.id}>{show(one)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p className="row">
          {other && say(WORDS.minutes, { minutes: minutesBetween(report.knownAt, other.knownAt) })}
          {other?.place && report.place && (
            <span>{say(WORDS.metres, { metres: Math.round(metresBetween(report.place, other.place)) })}</span>
          )}
        </p>
        {points.length > 0 && (
          <div className="join-map">
            <DistrictMap label={say(WORDS.map)} areas={map.data} points={points} focus={points[0]} />
          </div>
        )}
        <p className="soft">{say(WORDS.hint)}</p>
        <FormActions submit={WORDS.join} isBusy={joining.isRunning || !other} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}

const minutesBetween = (one: Date | string, other: Date | string) =>
  Math.round(Math.abs(new Date(one).getTime() - new Date(other).getTime()) / 60_000);
