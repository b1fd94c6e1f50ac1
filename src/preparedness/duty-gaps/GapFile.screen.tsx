import { useState } from 'react';
import { useCommand, useView } from '../../foundation/api/web.ts';
import {
  ActionBar,
  Button,
  Dialog,
  Facts,
  Form,
  FormActions,
  Go,
  go,
  RecordPage,
  Section,
  Shown,
  StateBadge,
  TextAreaField,
  Time,
  useKeys,
  useMay,
  useParams,
  useSay,
} from '../../foundation/design-system/web.ts';
import { LaddersOfRecord } from '../../foundation/messaging/web.ts';
import { RecordTimeline } from '../../foundation/timeline/web.ts';
import { dutyLabel } from '../duty-shifts/web.ts';
import { dutyGapLifecycle } from './duty-gap.lifecycle.ts';
import { dutyGap } from './duty-gap.register.ts';
import type { explain } from './duty-gaps.commands.ts';
import type { record } from './duty-gaps.views.ts';

const { fields: of } = dutyGap;
const WORDS = {
  title: { zh: '{unit} {post}空缺', en: '{unit}: {post} is empty' },
  gap: { zh: '空缺', en: 'Empty post' },
  fill: { zh: '到值班表安排', en: 'Put somebody on duty' },
  back: { zh: '返回值班', en: 'Back to duty' },
  told: { zh: '告知情况', en: 'Who was told' },
} as const;
const EXPLAIN = dutyGapLifecycle.transitions.explain.label;

/** 值班空缺: what is empty, who was told on which step, and the way to the roster that fills it. */
export default function GapFile() {
  const say = useSay();
  const may = useMay();
  const { id = '' } = useParams();
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const view = useView<typeof record>('dutyGaps.record', { id });
  const explaining = useCommand<typeof explain>('dutyGaps.explain');
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go('/duty') }]);
  const submit = async () => {
    if (await explaining.run({ id, explanation: words })) setOpen(false);
  };
  return (
    <Shown of={view}>
      {(gap) => (
        <RecordPage
          number={gap.number}
          title={say(WORDS.title, { unit: gap.unitName, post: say(dutyLabel(gap.dutyKind)) })}
          badges={
            <StateBadge label={dutyGapLifecycle.states[gap.state]} tone={gap.state === 'open' ? 'waiting' : 'done'} />
          }
          timeline={<RecordTimeline register="duty_gap" id={gap.id} />}
          actions={
            <ActionBar actions={[]}>
              <Go to={`/duty-rosters/${gap.unitId}`} className="button button-main">
                {say(WORDS.fill)}
              </Go>
              {gap.state === 'open' && may('duty_gap.explain') && (
                <Button onClick={() => setOpen(true)}>{say(EXPLAIN)}</Button>
              )}
            </ActionBar>
          }
        >
          <Section title={WORDS.gap}>
            <Facts
              facts={[
                { label: of.startsAt.label, value: <Time at={gap.startsAt} /> },
                { label: of.endsAt.label, value: <Time at={gap.endsAt} /> },
                { label: of.missing.label, value: gap.missing },
                { label: of.toldId.label, value: gap.toldName },
                { label: of.endedAt.label, value: gap.endedAt && <Time at={gap.endedAt} /> },
                { label: of.explanation.label, value: gap.explanation },
              ]}
            />
          </Section>
          <Section title={WORDS.told}>
            <LaddersOfRecord register="duty_gap" id={gap.id} />
          </Section>
          <Dialog title={say(EXPLAIN)} isOpen={isOpen} onClose={() => setOpen(false)}>
            <Form onSubmit={() => void submit()} problem={explaining.problem} isWaiting={explaining.isWaiting}>
              <TextAreaField
                label={of.explanation.label}
                name="explanation"
                value={words}
                onChange={setWords}
                maxLength={300}
                isRequired
              />
              <FormActions submit={EXPLAIN} isBusy={explaining.isRunning} onCancel={() => setOpen(false)} />
            </Form>
          </Dialog>
        </RecordPage>
      )}
    </Shown>
  );
}
