import { useView } from '../../foundation/api/web.ts';
import { ActionBar, go, RecordPage, Section, Shown, useKeys, useParams } from '../../foundation/design-system/web.ts';
import { RecordTimeline } from '../../foundation/timeline/web.ts';
import { AnswerLeader, InstructionFacts, InstructionState } from './InstructionFacts.part.tsx';
import type { record } from './leader-instructions.views.ts';

const TITLE = { zh: '批示', en: 'Instruction' };
const BACK = { zh: '返回批示列表', en: 'Back to the instructions' };

/** 批示: its words, its units and their progress, and the answer to the leader. */
export default function InstructionFile() {
  const { id } = useParams();
  const view = useView<typeof record>(
    'leaderInstructions.record',
    { id },
    { topics: [`leader_instruction/${id}`, 'assignment'] },
  );
  useKeys([{ keys: 'Escape', label: BACK, act: () => go('/leader-instructions') }]);
  return (
    <Shown of={view}>
      {(instruction) => (
        <RecordPage
          number={instruction.number}
          title={instruction.subject}
          mark={instruction.mark}
          badges={<InstructionState of={instruction} />}
          timeline={<RecordTimeline register="leader_instruction" id={instruction.id} />}
          actions={
            <ActionBar actions={[]}>
              <AnswerLeader of={instruction} />
            </ActionBar>
          }
        >
          <Section id="instruction" title={TITLE}>
            <InstructionFacts of={instruction} />
          </Section>
        </RecordPage>
      )}
    </Shown>
  );
}
