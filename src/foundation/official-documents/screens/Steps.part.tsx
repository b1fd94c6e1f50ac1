import { useState } from 'react';
import { useCommand } from '../../api/web.ts';
import {
  type Action,
  ActionBar,
  Dialog,
  Form,
  FormActions,
  TextAreaField,
  useMay,
  useSay,
} from '../../design-system/web.ts';
import { useHat } from '../../identity/web.ts';
import { officialDocument } from '../official-document.register.ts';
import type { giveBack, sign, submit } from '../official-documents.commands.ts';
import { DraftDocument } from './DraftDocument.part.tsx';
import type { Document } from './words.part.tsx';

const WORDS = {
  edit: { zh: '修改', en: 'Edit' },
  submit: { zh: '送签', en: 'Submit' },
  return: { zh: '退回修改', en: 'Return' },
  sign: { zh: '签发', en: 'Sign' },
  correct: { zh: '起草更正', en: 'Draft a correction' },
  docx: { zh: '下载 DOCX', en: 'DOCX' },
  pdf: { zh: '下载 PDF', en: 'PDF' },
  fixed: {
    zh: '以「{unit}」的身份签发：取得该机构的文号并用印；签发后正文不能再改。',
    en: 'You sign as {unit}: its next number and its seal are put on the paper, and the text is fixed.',
  },
  writer: { zh: '起草、修改过本文的人不能签发', en: 'Whoever wrote it cannot sign it' },
} as const;

/** What may be done with a document now. */
export function Steps({ document, onEdit }: { document: Document; onEdit: () => void }) {
  const say = useSay();
  const may = useMay();
  const [asked, setAsked] = useState<'return' | 'sign'>();
  const submitting = useCommand<typeof submit>('officialDocuments.submit');
  const { id, state, version } = document;
  const mayDraft = document.mayDraft && may('official_document.draft');
  const maySign = document.maySign && may('official_document.sign');
  const actions: Action[] = [
    ...(state === 'draft' && mayDraft
      ? [
          {
            key: 'submit',
            label: WORDS.submit,
            kind: 'main' as const,
            isBusy: submitting.isRunning,
            act: () => void submitting.run({ id }, { version }),
          },
          { key: 'edit', label: WORDS.edit, act: onEdit },
        ]
      : []),
    ...(state === 'submitted' && maySign
      ? [
          {
            key: 'sign',
            label: WORDS.sign,
            kind: 'main' as const,
            act: () => setAsked('sign'),
            reason: document.isWriter ? WORDS.writer : undefined,
          },
          { key: 'return', label: WORDS.return, act: () => setAsked('return') },
        ]
      : []),
  ];
  return (
    <>
      <ActionBar actions={actions}>
        {state === 'signed' && mayDraft && (
          <DraftDocument
            kind={document.kind}
            subjectId={document.subjectId}
            earlierId={document.id}
            label={WORDS.correct}
          />
        )}
        {(['docx', 'pdf'] as const).map((format) => (
          <a key={format} className="button" href={`/api/official-documents/${id}/paper?format=${format}`} download>
            {say(WORDS[format])}
          </a>
        ))}
        {submitting.problem && (
          <p className="problem" role="alert">
            {say(submitting.problem.phrase)}
          </p>
        )}
      </ActionBar>
      <Dialog title={say(WORDS.sign)} isOpen={asked === 'sign'} onClose={() => setAsked(undefined)}>
        <Sign document={document} onClose={() => setAsked(undefined)} />
      </Dialog>
      <Dialog title={say(WORDS.return)} isOpen={asked === 'return'} onClose={() => setAsked(undefined)}>
        <Return document={document} onClose={() => setAsked(undefined)} />
      </Dialog>
    </>
  );
}

function Sign({ document, onClose }: { document: Document; onClose: () => void }) {
  const say = useSay();
  const hat = useHat();
  const signing = useCommand<typeof sign>('officialDocuments.sign');
  const submit = async () => {
    if (await signing.run({ id: document.id }, { version: document.version })) onClose();
  };
  return (
    <Form onSubmit={() => void submit()} problem={signing.problem} isWaiting={signing.isWaiting}>
      <p>{document.title}</p>
      <p>{say(WORDS.fixed, { unit: hat?.unit.shortName ?? '' })}</p>
      <FormActions submit={WORDS.sign} isBusy={signing.isRunning} onCancel={onClose} />
    </Form>
  );
}

function Return({ document, onClose }: { document: Document; onClose: () => void }) {
  const returning = useCommand<typeof giveBack>('officialDocuments.return');
  const [reason, setReason] = useState('');
  const submit = async () => {
    if (await returning.run({ id: document.id, reason }, { version: document.version })) onClose();
  };
  return (
    <Form onSubmit={() => void submit()} problem={returning.problem} isWaiting={returning.isWaiting}>
      <TextAreaField
        label={officialDocument.fields.returnReason.label}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={500}
        isRequired
      />
      <FormActions submit={WORDS.return} isBusy={returning.isRunning} onCancel={onClose} />
    </Form>
  );
}
