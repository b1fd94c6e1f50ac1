import { useView } from '../../foundation/api/web.ts';
import { Countdown, Empty, Shown, StateBadge, Time } from '../../foundation/design-system/web.ts';
import { GiveReport } from './GiveReport.part.tsx';
import { zeroReportLifecycle } from './zero-report.lifecycle.ts';
import type { list } from './zero-reports.views.ts';

const WORDS = {
  none: { zh: '今天不需要报', en: 'None is owed today' },
} as const;

/** Today's report of one's own unit. */
export default function MyZeroReport() {
  const view = useView<typeof list>('zeroReports.list', {}, { topics: ['zero_report'] });
  return (
    <Shown of={view}>
      {({ items, day }) => {
        const own = items.filter(({ isMine }) => isMine);
        if (own.length === 0) return <Empty title={WORDS.none} />;
        return own.map((one) => (
          <section key={one.id} className="stack">
            <p className="row">
              <b>{`${one.unitName} ${day}`}</b>
              <StateBadge
                label={zeroReportLifecycle.states[one.state]}
                tone={one.state === 'reported' ? 'done' : 'waiting'}
              />
              {one.state === 'owed' ? <Countdown dueAt={one.dueAt} /> : <Time at={one.reportedAt} />}
            </p>
            {one.state === 'owed' ? <GiveReport item={one} /> : <p>{one.text}</p>}
          </section>
        ));
      }}
    </Shown>
  );
}
