import type { ReactNode } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import type { OutputOf } from '../api/web.ts';
import {
  Countdown,
  Facts,
  Go,
  Photos,
  RecordPage,
  Section,
  Time,
  TimelineList,
  UrgencyTag,
  useSay,
} from '../design-system/web.ts';
import { FileLinks } from '../files/web.ts';
import { labelOf } from '../registers/types/choice.type.ts';
import { showCounts } from '../registers/types/counts.type.ts';
import { useRecordPath } from '../timeline/web.ts';
import { assignment } from './assignment.register.ts';
import type { record } from './assignments.views.ts';
import { DelegatedParts } from './DelegatedParts.part.tsx';
import { EVIDENCE, FULFILMENTS } from './define.ts';
import { missingEvidence } from './evidence.rules.ts';
import { OrderChanges } from './OrderChanges.part.tsx';
import { AssignmentState } from './OrderTile.part.tsx';
import { order } from './order.register.ts';
import './orders.css';

type Assignment = OutputOf<typeof record>;

const WORDS = {
  content: { zh: '内容', en: 'Content' },
  basis: { zh: '依据', en: 'Basis' },
  feedback: { zh: '反馈', en: 'Feedback' },
  feedbackGiven: { zh: '反馈', en: 'Report' },
  nothing: { zh: '不要求', en: 'None' },
  missing: { zh: '还缺 {what}', en: 'Still missing: {what}' },
  issuedBy: { zh: '下达单位', en: 'Issued by' },
} as const satisfies Record<string, Phrase>;

/** An assignment as its assignee and the room read it: what, where, with what, by when, and what was reported. */
export function AssignmentDetail({
  one,
  actions,
  wayThere,
  ladders,
  timeline,
}: {
  one: Assignment;
  actions?: ReactNode;
  /** On the phone: how to get to where it is. */
  wayThere?: ReactNode;
  /** At a desk: who was asked on which rung. */
  ladders?: ReactNode;
  /** Beside it at a desk: who did what when. */
  timeline?: ReactNode;
}) {
  const { resources, placeText, evidenceAsked, fulfilledBy, issuedAt, finishDueAt } = order.fields;
  const { assigneeUnitId, evidenceGiven, receivedAt, doneAt, result, reason, task } = assignment.fields;
  const say = useSay();
  const pathOf = useRecordPath();
  const aboutPath = one.about?.page ? pathOf(one.about.page) : undefined;
  const ended = [
    ...(one.result ? [{ label: result.label, value: one.result }] : []),
    ...(one.reason ? [{ label: reason.label, value: one.reason }] : []),
  ];
  return (
    <RecordPage
      number={one.number}
      title={one.title}
      mark={one.mark}
      badges={
        <>
          <AssignmentState card={one} />
          <UrgencyTag urgency={one.priority} />
        </>
      }
      clocks={one.dueAt && <Countdown dueAt={one.dueAt} />}
      owner={[one.unitName, one.personName].filter(Boolean).join(' · ')}
      timeline={timeline}
      actions={actions}
    >
      <OrderChanges change={one.change} />
      <Section title={WORDS.content}>
        {one.task && (
          <p>
            <strong>{say(task.label)}</strong> {one.task}
          </p>
        )}
        <p className="order-content">{one.content}</p>
        <Facts
          facts={[
            ...(one.about
              ? [
                  {
                    label: one.about.label,
                    value: aboutPath ? <Go to={aboutPath}>{one.about.name}</Go> : one.about.name,
                  },
                ]
              : []),
            {
              label: placeText.label,
              value: (one.placeText || wayThere) && (
                <span className="row">
                  {one.placeText} {wayThere}
                </span>
              ),
            },
            { label: finishDueAt.label, value: one.finishDueAt && <Time at={one.finishDueAt} /> },
            { label: evidenceAsked.label, value: say(showCounts(EVIDENCE, one.evidenceAsked)) || say(WORDS.nothing) },
            { label: evidenceGiven.label, value: <EvidenceGiven one={one} /> },
            ...(one.fulfilledBy
              ? [{ label: fulfilledBy.label, value: say(labelOf(FULFILMENTS, one.fulfilledBy)) }]
              : []),
            { label: resources.label, value: one.resources.join('、') },
            { label: WORDS.basis, value: [one.basisPlan, one.basisClause].filter(Boolean).join(' ') },
            { label: WORDS.issuedBy, value: one.issuedByUnit },
            { label: assigneeUnitId.label, value: one.unitName },
            { label: issuedAt.label, value: <Time at={one.issuedAt} /> },
            { label: receivedAt.label, value: one.receivedAt && <Time at={one.receivedAt} /> },
            { label: doneAt.label, value: one.doneAt && <Time at={one.doneAt} /> },
            ...ended,
          ]}
        />
      </Section>
      <DelegatedParts one={one} />
      {one.feedback.length > 0 && (
        <Section title={WORDS.feedback}>
          <TimelineList
            entries={one.feedback.map((entry) => ({
              id: entry.id,
              at: entry.givenAt,
              label: WORDS.feedbackGiven,
              actor: entry.givenBy,
              text: (
                <>
                  {entry.part && (
                    <span className="soft">{[entry.part.unitName, entry.part.task].filter(Boolean).join(' · ')}：</span>
                  )}
                  {entry.text}
                  <Photos ids={entry.photos} />
                  <FileLinks ids={entry.files} />
                </>
              ),
            }))}
          />
        </Section>
      )}
      {ladders}
    </RecordPage>
  );
}

/** What has come, and what is still missing while the part is open. */
function EvidenceGiven({ one }: { one: Assignment }) {
  const say = useSay();
  const missing = showCounts(EVIDENCE, missingEvidence(one.evidenceAsked, one.evidenceGiven));
  const isOpen = one.column === 'unreceived' || one.column === 'under_way';
  return (
    <span className="row">
      {say(showCounts(EVIDENCE, one.evidenceGiven)) || '—'}
      {isOpen && missing.zh !== '' && <strong>{say(WORDS.missing, { what: say(missing) })}</strong>}
    </span>
  );
}
