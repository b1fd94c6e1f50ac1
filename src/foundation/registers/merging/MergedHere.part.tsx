import { useState } from 'react';
import { useCommand } from '../../api/web.ts';
import {
  Button,
  Dialog,
  Form,
  FormActions,
  Go,
  Section,
  TextAreaField,
  Time,
  toast,
  useMay,
  useSay,
} from '../../design-system/web.ts';
import type { RegisterFaces } from '../define.ts';
import type { RecordFileJson } from '../record-views.part.tsx';
import type { Unmerge } from './merge-views.part.tsx';

const WORDS = {
  title: { zh: '已并入本条', en: 'Merged into this one' },
  old: { zh: '查看原记录', en: 'The record as it was' },
  undo: { zh: '撤销合并', en: 'Undo the merge' },
  reason: { zh: '事由', en: 'Reason' },
} as const;

/** Records that went into this one, each with the way back. */
export function MergedHere({ faces, path, file }: { faces: RegisterFaces; path: string; file: RecordFileJson }) {
  const say = useSay();
  const may = useMay();
  const [asked, setAsked] = useState<string>();
  if (file.merged.length === 0) return null;
  return (
    <Section id="merged" title={WORDS.title}>
      <ul className="plain-list">
        {file.merged.map(({ id, at, by, reason }) => (
          <li key={id} className="row">
            <Time at={at} /> {by} {reason}
            <Go to={`${path}/${id}?original=1`}>{say(WORDS.old)}</Go>
            {may(faces.keep.name) && <Button onClick={() => setAsked(id)}>{say(WORDS.undo)}</Button>}
          </li>
        ))}
      </ul>
      {asked && (
        <Dialog title={say(WORDS.undo)} isOpen onClose={() => setAsked(undefined)}>
          <Undo faces={faces} id={asked} onClose={() => setAsked(undefined)} />
        </Dialog>
      )}
    </Section>
  );
}

function Undo({ faces: { register }, id, onClose }: { faces: RegisterFaces; id: string; onClose: () => void }) {
  const undoing = useCommand<Unmerge>(`${register.plural}.unmerge`);
  const [reason, setReason] = useState('');
  const submit = async () => {
    const answer = await undoing.run({ id, reason });
    if (!answer) return;
    const kept = answer.kept.map((name) => register.fields[name]?.label.zh ?? name).join('、');
    toast(
      kept
        ? {
            zh: `已撤销；${kept}此后更正过，未恢复`,
            en: `Undone; what was corrected since was kept: ${answer.kept.join(', ')}`,
          }
        : { zh: '已撤销合并', en: 'The merge is undone' },
    );
    onClose();
  };
  return (
    <Form onSubmit={() => void submit()} problem={undoing.problem} isWaiting={undoing.isWaiting}>
      <TextAreaField
        label={WORDS.reason}
        name="reason"
        isRequired
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
      <FormActions submit={WORDS.undo} isBusy={undoing.isRunning} onCancel={onClose} />
    </Form>
  );
}
