import { useView } from '../../foundation/api/web.ts';
import {
  ActionBar,
  go,
  RecordPage,
  Section,
  Shown,
  UrgencyTag,
  useKeys,
  useParams,
  useSay,
} from '../../foundation/design-system/web.ts';
import { RecordTimeline } from '../../foundation/timeline/web.ts';
import { Candidates } from './Candidates.part.tsx';
import { Decisions, RequestFacts, SentList } from './RequestFacts.part.tsx';
import type { record } from './support.views.ts';
import { RequestState } from './support-words.part.tsx';
import './support.css';

const WORDS = {
  request: { zh: '申请', en: 'Request' },
  sent: { zh: '已派力量', en: 'What was sent' },
  proposed: { zh: '就近推荐', en: 'Nearest and fit' },
  none: { zh: '还没有派出', en: 'Nothing was sent yet' },
  back: { zh: '返回支援列表', en: 'Back to the requests' },
} as const;

/** 支援申请: what is needed, what could be sent, what was sent and how far it is. */
export default function SupportFile() {
  const say = useSay();
  const { id = '' } = useParams();
  const view = useView<typeof record>(
    'supportRequests.record',
    { id },
    { topics: [`support_request/${id}`, 'support_dispatch'] },
  );
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go('/support-requests') }]);
  return (
    <Shown of={view}>
      {(one) => (
        <RecordPage
          number={one.number}
          title={one.content}
          mark={one.mark}
          badges={
            <>
              <UrgencyTag urgency={one.priority} />
              <RequestState of={one} />
            </>
          }
          timeline={<RecordTimeline register="support_request" id={one.id} />}
          actions={
            <ActionBar actions={[]}>
              <Decisions of={one} />
            </ActionBar>
          }
        >
          <Section id="request" title={WORDS.request}>
            <RequestFacts of={one} />
          </Section>
          <Section id="sent" title={WORDS.sent}>
            {one.sent.length === 0 ? <p className="quiet">{say(WORDS.none)}</p> : <SentList of={one} />}
          </Section>
          {(one.may.includes('send') || one.may.includes('approve')) && (
            <Section id="proposed" title={WORDS.proposed}>
              <Candidates
                incidentId={one.incidentId}
                request={one}
                supportKind={one.supportKind}
                speciality={one.speciality}
                vehicleKind={one.vehicleKind}
                expertField={one.expertField}
                supplyId={one.supplyId}
                quantity={one.quantity}
                place={one.place}
              />
            </Section>
          )}
        </RecordPage>
      )}
    </Shown>
  );
}
