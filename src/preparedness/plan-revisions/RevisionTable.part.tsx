import { useState } from 'react';
import { type OutputOf, useCommand } from '../../foundation/api/web.ts';
import {
  Button,
  Dialog,
  Form,
  FormActions,
  Go,
  StateBadge,
  TextAreaField,
  Time,
  useSay,
} from '../../foundation/design-system/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { useRecordPath } from '../../foundation/timeline/web.ts';
import { planRevisionLifecycle } from './plan-revision.lifecycle.ts';
import { REVISION_CAUSES } from './plan-revision.register.ts';
import type { accept, decline } from './plan-revisions.commands.ts';
import type { list } from './plan-revisions.views.ts';

export type Item = OutputOf<typeof list>['items'][number];
const { accept: accepting, decline: declining } = planRevisionLifecycle.transitions;
const WORDS = {
  number: { zh: '编号', en: 'Number' },
  plan: { zh: '预案', en: 'Plan' },
  cause: { zh: '情形', en: 'Cause' },
  about: { zh: '说明', en: 'What happened' },
  at: { zh: '提出时间', en: 'Asked at' },
  by: { zh: '系统提出', en: 'By the system' },
  record: { zh: '查看起因', en: 'See the cause' },
  write: { zh: '编制新版', en: 'Write the next edition' },
  answer: { zh: '不予修订的理由', en: 'Why it is not revised' },
  revised: { zh: '见新版', en: 'See the edition' },
} as const;

/** Requests with their cause, each to be taken up or declined with a reason by the unit whose plan it is. */
export function RevisionTable({ items, hasPlan }: { items: readonly Item[]; hasPlan: boolean }) {
  const say = useSay();
  const [declined, setDeclined] = useState<Item>();
  const heads = [WORDS.number, ...(hasPlan ? [WORDS.plan] : []), WORDS.cause, WORDS.about, WORDS.at];
  return (
    <>
      <table className="table plan-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.en} scope="col">
                {say(head)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.id} item={item} hasPlan={hasPlan} onDecline={() => setDeclined(item)} />
          ))}
        </tbody>
      </table>
      <Dialog title={say(declining.label)} isOpen={declined !== undefined} onClose={() => setDeclined(undefined)}>
        {declined && <Decline item={declined} onDone={() => setDeclined(undefined)} />}
      </Dialog>
    </>
  );
}

function Row({ item, hasPlan, onDecline }: { item: Item; hasPlan: boolean; onDecline: () => void }) {
  const say = useSay();
  const taking = useCommand<typeof accept>('planRevisions.accept');
  const { id, version, number, state, planId, planName, unitName, cause, about, createdAt, requestedBy, answer } = item;
  const address = useRecordPath()({ plural: item.causePlural ?? '', id: item.causeId ?? '' });
  const isOpen = state === 'open' || state === 'accepted';
  return (
    <tr>
      <th scope="row">
        <p>{number}</p>
        <StateBadge
          label={planRevisionLifecycle.states[state as keyof typeof planRevisionLifecycle.states]}
          tone={isOpen ? 'active' : 'ended'}
        />
      </th>
      {hasPlan && (
        <td data-label={say(WORDS.plan)}>
          <Go to={`/plans/${planId}`}>{planName}</Go>
          <p className="soft">{unitName}</p>
        </td>
      )}
      <td data-label={say(WORDS.cause)}>{say(labelOf(REVISION_CAUSES, cause))}</td>
      <td data-label={say(WORDS.about)}>
        <p>{about}</p>
        {address && <Go to={address}>{say(WORDS.record)}</Go>}
        {answer && <p className="soft">{answer}</p>}
        {item.revisedById && <Go to={`/plans/${item.revisedById}`}>{say(WORDS.revised)}</Go>}
      </td>
      <td data-label={say(WORDS.at)}>
        <Time at={createdAt} />
        <p className="soft">{requestedBy ?? say(WORDS.by)}</p>
      </td>
      <td>
        {item.mayAnswer && isOpen && (
          <span className="row">
            {state === 'open' ? (
              <Button
                aria-label={`${say(accepting.label)} ${number}`}
                isBusy={taking.isRunning}
                onClick={() => void taking.run({ id }, { version })}
              >
                {say(accepting.label)}
              </Button>
            ) : (
              <Go className="button" to={`/plans/${planId}/edition`}>
                {say(WORDS.write)}
              </Go>
            )}
            <Button aria-label={`${say(declining.label)} ${number}`} onClick={onDecline}>
              {say(declining.label)}
            </Button>
          </span>
        )}
        {taking.problem && (
          <p className="problem" role="alert">
            {say(taking.problem.phrase)}
          </p>
        )}
      </td>
    </tr>
  );
}

function Decline({ item: { id, version }, onDone }: { item: Item; onDone: () => void }) {
  const running = useCommand<typeof decline>('planRevisions.decline');
  const [answer, setAnswer] = useState('');
  const submit = async () => {
    if (await running.run({ id, answer }, { version })) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={running.problem} isWaiting={running.isWaiting}>
      <TextAreaField
        label={WORDS.answer}
        name="answer"
        value={answer}
        onChange={setAnswer}
        maxLength={500}
        isRequired
      />
      <FormActions submit={declining.label} isBusy={running.isRunning} onCancel={onDone} />
    </Form>
  );
}
