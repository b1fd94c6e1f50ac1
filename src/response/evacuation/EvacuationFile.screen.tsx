import { useMemo } from 'react';
import { type OutputOf, useView } from '../../foundation/api/web.ts';
import { useDistrictMap } from '../../foundation/areas/web.ts';
import {
  ActionBar,
  Facts,
  Go,
  go,
  RecordPage,
  Section,
  Shown,
  Time,
  useKeys,
  useParams,
  useSay,
} from '../../foundation/design-system/web.ts';
import { DistrictMap } from '../../foundation/geo/web.ts';
import { RecordTimeline } from '../../foundation/timeline/web.ts';
import { DoorList } from './DoorList.part.tsx';
import { EvacuationSteps } from './EvacuationSteps.part.tsx';
import { evacuation } from './evacuation.register.ts';
import type { record } from './evacuation.views.ts';
import { EvacuationState, ProgressFigures } from './evacuation-words.part.tsx';
import './evacuation.css';

const { fields } = evacuation;
const WORDS = {
  progress: { zh: '进度', en: 'Progress' },
  map: { zh: '范围', en: 'Ground' },
  shelters: { zh: '安置核对', en: 'Shelters' },
  shelter: { zh: '安置场所', en: 'Shelter' },
  sent: { zh: '入户报送去往', en: 'Sent from the doors' },
  checkedIn: { zh: '场所已登记', en: 'Checked in' },
  difference: { zh: '差额', en: 'Difference' },
  vacancy: { zh: '余位', en: 'Room left' },
  onTheWay: { zh: '{count} 人在途或未登记', en: '{count} on the way or not checked in' },
  equal: { zh: '一致', en: 'equal' },
  more: { zh: '场所多登记 {count} 人，请核实', en: '{count} more checked in than were reported: check' },
  helpers: { zh: '责任人', en: 'Helpers' },
  doors: { zh: '逐户名单', en: 'Doors' },
  doorsOf: { zh: '{open} / {doors} 户待入户', en: '{open} of {doors} doors to ask' },
  nobody: { zh: '没有责任人', en: 'Nobody' },
  gone: { zh: '已离任，请另行指定', en: 'has left the post: name another' },
  back: { zh: '返回事件', en: 'Back to the incident' },
} as const;

/** 转移避险: how far it is, whether the shelters agree, who knocks where, and every door. */
export default function EvacuationFile() {
  const { id = '' } = useParams();
  const view = useView<typeof record>(
    'evacuations.record',
    { id },
    { topics: [`evacuation/${id}`, 'evacuation_household', 'shelter_stay'] },
  );
  return <Shown of={view}>{(one) => <File one={one} />}</Shown>;
}

function File({ one }: { one: OutputOf<typeof record> }) {
  const say = useSay();
  const map = useDistrictMap();
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go(`/incidents/${one.incidentId}`) }]);
  const ring = one.outline[0]?.[0] ?? [];
  const mean = (of: 0 | 1) => ring.reduce((sum, at) => sum + (at[of] ?? 0), 0) / ring.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ground of one evacuation never changes
  const middle = useMemo(() => ({ lng: mean(0), lat: mean(1) }), [one.id]);
  return (
    <RecordPage
      number={one.number}
      title={one.title}
      mark={one.mark}
      badges={<EvacuationState of={one} />}
      sections={(['progress', 'shelters', 'helpers', 'doors'] as const).map((id) => ({ id, title: WORDS[id] }))}
      timeline={<RecordTimeline register="evacuation" id={one.id} />}
      actions={
        <ActionBar actions={[]}>
          <EvacuationSteps of={one} />
        </ActionBar>
      }
    >
      <Section id="progress" title={WORDS.progress}>
        <ProgressFigures of={one.progress} />
        <Facts
          facts={[
            { label: fields.incidentId.label, value: <Go to={`/incidents/${one.incidentId}`}>{one.incidentTitle}</Go> },
            {
              label: fields.shelterId.label,
              value: one.shelterId && <Go to={`/shelters/${one.shelterId}`}>{one.shelterName}</Go>,
            },
            { label: fields.purpose.label, value: one.purpose },
            { label: fields.instructions.label, value: one.instructions },
            { label: fields.dueAt.label, value: one.dueAt && <Time at={one.dueAt} /> },
            { label: fields.startedAt.label, value: one.startedAt && <Time at={one.startedAt} /> },
            { label: fields.endedAt.label, value: one.endedAt && <Time at={one.endedAt} /> },
            { label: fields.endReason.label, value: one.endReason },
            { label: fields.returnedAt.label, value: one.returnedAt && <Time at={one.returnedAt} /> },
          ]}
        />
        {ring.length > 0 && (
          <div className="evacuation-map">
            <DistrictMap label={say(WORDS.map)} areas={map.data} reach={one.outline} focus={middle} />
          </div>
        )}
      </Section>
      <Section id="shelters" title={WORDS.shelters}>
        <table className="table">
          <thead>
            <tr>
              {[WORDS.shelter, WORDS.sent, WORDS.checkedIn, WORDS.difference, WORDS.vacancy].map((title) => (
                <th key={title.zh} scope="col">
                  {say(title)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {one.shelters.map((room) => (
              <tr key={room.id}>
                <th scope="row">
                  <Go to={`/shelters/${room.id}`}>{room.name}</Go>
                </th>
                <td>{room.sent}</td>
                <td>{room.checkedIn}</td>
                <td className={room.difference === 0 ? 'soft' : 'stale-note'}>
                  {room.difference === 0
                    ? say(WORDS.equal)
                    : say(room.difference > 0 ? WORDS.onTheWay : WORDS.more, { count: Math.abs(room.difference) })}
                </td>
                <td>{room.vacancy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section id="helpers" title={WORDS.helpers}>
        <ul className="evacuation-helpers">
          {one.helpers.map((helper) => (
            <li key={helper.id ?? 'nobody'}>
              <strong>{helper.name ?? say(WORDS.nobody)}</strong> {say(WORDS.doorsOf, helper)}
              {helper.id && !helper.hasPost && <span className="stale-note"> {say(WORDS.gone)}</span>}
            </li>
          ))}
        </ul>
      </Section>
      <DoorList of={one} title={WORDS.doors} />
    </RecordPage>
  );
}
