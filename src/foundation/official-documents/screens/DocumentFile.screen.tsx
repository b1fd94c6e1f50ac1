import { useState } from 'react';
import { kebabCase } from '../../../kernel/names.ts';
import { useView } from '../../api/web.ts';
import { Go, go, RecordPage, Shown, StateBadge, Tag, useKeys, useParams, useSay } from '../../design-system/web.ts';
import { RecordTimeline } from '../../timeline/web.ts';
import type { record } from '../official-documents.views.ts';
import { EditDocument } from './EditDocument.part.tsx';
import { PaperSheet } from './PaperSheet.part.tsx';
import { Steps } from './Steps.part.tsx';
import { Versions } from './Versions.part.tsx';
import { type Document, stateLabel, toneOf } from './words.part.tsx';
import './documents.css';

const WORDS = {
  back: { zh: '返回公文列表', en: 'Back to the documents' },
  subject: { zh: '所涉记录', en: 'What it is about' },
  version: { zh: '第 {versionNumber} 稿', en: 'Version {versionNumber}' },
  returned: { zh: '已退回：{reason}', en: 'Returned: {reason}' },
  corrects: { zh: '更正：', en: 'Corrects: ' },
} as const;

/** 公文: the paper as it reads; a draft is edited and submitted here, what was signed stands as it was. */
export default function DocumentFile() {
  const { id } = useParams();
  const view = useView<typeof record>('officialDocuments.record', { id });
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go('/official-documents') }]);
  return <Shown of={view}>{(document) => <File key={document.id} document={document} />}</Shown>;
}

function File({ document }: { document: Document }) {
  const say = useSay();
  const [isEditing, setEditing] = useState(false);
  const { earlier } = document;
  const folder = kebabCase(document.subjectPlural);
  return (
    <RecordPage
      number={document.number ?? undefined}
      title={document.title}
      mark={document.mark}
      badges={
        <>
          <StateBadge label={stateLabel(document.state)} tone={toneOf(document.state)} />
          <Tag>{say(document.kindLabel)}</Tag>
          <Tag>{say(WORDS.version, document)}</Tag>
        </>
      }
      owner={<Go to={`/${folder}/${document.subjectId}`}>{say(WORDS.subject)}</Go>}
      timeline={<RecordTimeline register="official_document" id={document.id} />}
      actions={isEditing ? undefined : <Steps document={document} onEdit={() => setEditing(true)} />}
    >
      {document.state === 'draft' && document.returnReason && (
        <p className="stale-note" role="status">
          {say(WORDS.returned, { reason: document.returnReason })}
        </p>
      )}
      {earlier && (
        <p>
          {say(WORDS.corrects)}
          <Go to={`/official-documents/${earlier.id}`}>{`${earlier.number ?? ''} ${earlier.title}`}</Go>
        </p>
      )}
      {isEditing ? (
        <EditDocument document={document} onEnd={() => setEditing(false)} />
      ) : (
        <PaperSheet document={document} />
      )}
      <Versions id={document.id} versionNumber={document.versionNumber} />
    </RecordPage>
  );
}
