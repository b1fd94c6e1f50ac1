import type { Phrase } from '../../../kernel/phrases.ts';
import { useView } from '../../api/web.ts';
import { useDistrictMap } from '../../areas/web.ts';
import { Facts, Go, RecordPage, Section, Shown, Time, useParams, useSay } from '../../design-system/web.ts';
import { RecordTimeline, useRecordPath } from '../../timeline/web.ts';
import { DistrictMap } from '../MapFrame.part.tsx';
import { Findings } from './Findings.part.tsx';
import { PaperOfAround } from './PaperOfAround.part.tsx';
import { originPoint, pointsOf } from './points-of.part.tsx';
import type { record } from './surroundings.views.ts';
import './surroundings.css';

const WORDS = {
  map: { zh: '当时的范围', en: 'What was around' },
  kept: { zh: '归档', en: 'Kept' },
  subject: { zh: '所属事项', en: 'Kept on' },
  open: { zh: '打开', en: 'Open' },
  by: { zh: '分析人', en: 'By' },
  at: { zh: '分析时间', en: 'At' },
  note: { zh: '研判意见', en: 'What follows from it' },
} as const satisfies Record<string, Phrase>;

/** An analysis that was kept on a record, as it was then. */
export default function KeptSurroundings() {
  const { id } = useParams();
  const say = useSay();
  const recordPath = useRecordPath();
  const areas = useDistrictMap();
  const view = useView<typeof record>('surroundings.record', { id });
  return (
    <Shown of={view} rows={8}>
      {(kept) => {
        const path = recordPath(kept.subject);
        return (
          <RecordPage
            number={kept.number}
            title={kept.title}
            mark={kept.mark}
            owner={kept.unitName}
            timeline={<RecordTimeline register="surroundings" id={id} />}
          >
            <Section
              title={WORDS.kept}
              aside={
                <div className="row">
                  <PaperOfAround id={id} />
                </div>
              }
            >
              <Facts
                facts={[
                  { label: WORDS.subject, value: path && <Go to={path}>{say(WORDS.open)}</Go> },
                  { label: WORDS.by, value: kept.personName },
                  { label: WORDS.at, value: <Time at={kept.keptAt} /> },
                  { label: WORDS.note, value: kept.note },
                ]}
              />
            </Section>
            <Section title={WORDS.map}>
              <div className="surroundings-kept-map">
                <DistrictMap
                  label={say(WORDS.map)}
                  areas={areas.data}
                  reach={kept.result.reach.outline}
                  picked={originPoint(kept.result)}
                  points={pointsOf(kept.result)}
                />
              </div>
            </Section>
            <Findings result={kept.result} />
          </RecordPage>
        );
      }}
    </Shown>
  );
}
