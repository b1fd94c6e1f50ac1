import { useView } from '../../foundation/api/web.ts';
import { go, RecordPage, Shown, useKeys, useParams, useSay } from '../../foundation/design-system/web.ts';
import { RecordTimeline } from '../../foundation/timeline/web.ts';
import { HandoverBody, HandoverState } from './HandoverBody.part.tsx';
import { TakeOver } from './HandoverSigning.part.tsx';
import type { record } from './shift-handovers.views.ts';

const BACK = { zh: '返回交接班列表', en: 'Back to the hand-overs' };
const TITLE = { zh: '{unit} 交接班', en: 'Hand-over of {unit}' } as const;

/** 交接班单. */
export default function HandoverFile() {
  const say = useSay();
  const { id = '' } = useParams();
  const view = useView<typeof record>('shiftHandovers.record', { id }, { topics: [`shift_handover/${id}`] });
  useKeys([{ keys: 'Escape', label: BACK, act: () => go('/shift-handovers') }]);
  return (
    <Shown of={view}>
      {(sheet) => (
        <RecordPage
          number={sheet.number}
          title={say(TITLE, { unit: sheet.unitName })}
          badges={<HandoverState of={sheet} />}
          timeline={<RecordTimeline register="shift_handover" id={sheet.id} />}
          actions={<TakeOver sheet={sheet} />}
        >
          <HandoverBody sheet={sheet} say={say} />
        </RecordPage>
      )}
    </Shown>
  );
}
