import { useView } from '../api/web.ts';
import { Contributions, Section, Shown, useParams, useSay } from '../design-system/web.ts';
import { LaddersOfRecord } from '../messaging/web.ts';
import { RecordTimeline } from '../timeline/web.ts';
import { Answer } from './Answer.part.tsx';
import { AssignmentDetail } from './AssignmentDetail.part.tsx';
import type { AssignmentActionProps } from './assignment-action-props.ts';
import type { record } from './assignments.views.ts';
import { CancelOrder } from './CancelOrder.part.tsx';
import { ChangeOrder } from './ChangeOrder.part.tsx';
import { FollowUp } from './FollowUp.part.tsx';

/** One assignment at a desk: whoever must answer answers here, whoever issued it follows it up. */
export default function AssignmentFile() {
  const { id } = useParams();
  const view = useView<typeof record>('assignments.record', { id });
  return (
    <Shown of={view}>
      {(one) => (
        <AssignmentDetail
          one={one}
          ladders={<Reminders id={one.id} />}
          timeline={<History id={one.id} />}
          actions={
            <Answer one={one}>
              <FollowUp card={one} />
              <ChangeOrder card={one} />
              <CancelOrder card={one} />
              <Contributions at="assignment.actions" props={{ orderId: one.orderId } satisfies AssignmentActionProps} />
            </Answer>
          }
        />
      )}
    </Shown>
  );
}

/** Whom the order and its reminders were taken to, rung by rung. */
function Reminders({ id }: { id: string }) {
  return (
    <Section title={{ zh: '催办与升级', en: 'Reminders and escalation' }}>
      <LaddersOfRecord register="assignment" id={id} />
    </Section>
  );
}

/** Who did what when: issued, delivered, read, received, reported, reminded. */
function History({ id }: { id: string }) {
  const say = useSay();
  return (
    <>
      <h2>{say({ zh: '办理过程', en: 'History' })}</h2>
      <RecordTimeline register="assignment" id={id} />
    </>
  );
}
