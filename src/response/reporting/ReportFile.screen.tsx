import { useState } from 'react';
import { useView } from '../../foundation/api/web.ts';
import {
  type Action,
  ActionBar,
  Go,
  go,
  RecordPage,
  Shown,
  StateBadge,
  Tag,
  Time,
  useKeys,
  useMay,
  useParams,
  useSay,
} from '../../foundation/design-system/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { RecordTimeline } from '../../foundation/timeline/web.ts';
import { Basis, newerOf } from './Basis.part.tsx';
import type { basis } from './basis.views.ts';
import DraftReport from './DraftReport.part.tsx';
import { EditPaper } from './EditPaper.part.tsx';
import { ISSUE, IssueReport } from './IssueReport.part.tsx';
import { PaperLinks } from './PaperLinks.part.tsx';
import { PaperSheet, type Report } from './PaperSheet.part.tsx';
import { usePaperEdit } from './paper-edit.part.tsx';
import { isDraft, stateLabel, toneOf } from './report-states.part.tsx';
import type { record } from './reporting.views.ts';
import { REPORT_KINDS } from './situation-report.register.ts';
import './reporting.css';

const WORDS = {
  edit: { zh: '修改', en: 'Edit' },
  incident: { zh: '所属事件', en: 'Incident' },
  version: { zh: '第 {version} 版', en: 'Version {version}' },
  asOf: { zh: '数据截至', en: 'As of' },
  issued: { zh: '报送于', en: 'Issued' },
  newer: { zh: '起草后新增 {count} 条记录', en: '{count} records since it was drafted' },
  back: { zh: '返回事件', en: 'Back to the incident' },
} as const;

/** 专报: the paper as it will look; a draft is edited and issued here, what was issued stands as it left. */
export default function ReportFile() {
  const { id } = useParams();
  const view = useView<typeof record>('reporting.record', { id });
  return <Shown of={view}>{(report) => <File key={report.id} report={report} />}</Shown>;
}

function File({ report }: { report: Report }) {
  const say = useSay();
  const may = useMay();
  const [isIssuing, setIssuing] = useState(false);
  const editing = usePaperEdit(report);
  const rests = useView<typeof basis>(
    'reporting.basis',
    { id: report.id },
    {
      topics: [`incident/${report.incidentId}`],
    },
  );
  const newer = newerOf(rests.data?.items ?? []);
  const isEditing = editing.edit !== undefined;
  const mayEdit = isDraft(report) && may('situation_report.draft') && !isEditing;
  const mayIssue = isDraft(report) && may('situation_report.issue') && !isEditing;
  useKeys([
    { keys: 'Escape', label: WORDS.back, act: () => go(`/incidents/${report.incidentId}`) },
    ...(mayEdit ? [{ keys: 'e', label: WORDS.edit, act: editing.begin }] : []),
  ]);
  const actions: Action[] = [
    ...(mayIssue ? [{ key: 'issue', label: ISSUE, kind: 'main' as const, act: () => setIssuing(true) }] : []),
    ...(mayEdit ? [{ key: 'edit', label: WORDS.edit, act: editing.begin }] : []),
  ];
  return (
    <RecordPage
      number={report.number ?? undefined}
      title={report.title}
      mark={report.mark}
      badges={
        <>
          <StateBadge label={stateLabel(report.state)} tone={toneOf(report.state)} />
          <Tag>{say(labelOf(REPORT_KINDS, report.kind))}</Tag>
          <Tag>{say(WORDS.version, { version: report.version })}</Tag>
          <span>
            {say(isDraft(report) ? WORDS.asOf : WORDS.issued)} <Time at={report.issuedAt ?? report.asOf} />
          </span>
          {isDraft(report) && newer > 0 && <strong>{say(WORDS.newer, { count: newer })}</strong>}
        </>
      }
      owner={may('incident.read') && <Go to={`/incidents/${report.incidentId}`}>{say(WORDS.incident)}</Go>}
      timeline={<RecordTimeline register="situation_report" id={report.id} />}
      actions={
        isEditing ? undefined : (
          <ActionBar actions={actions}>
            {!isDraft(report) && may('situation_report.draft') && <DraftReport incident={{ id: report.incidentId }} />}
            <PaperLinks id={report.id} title={report.title} className="button" />
          </ActionBar>
        )
      }
    >
      {isEditing ? <EditPaper report={report} editing={editing} /> : <PaperSheet report={report} />}
      <Basis items={rests.data?.items ?? []} />
      <IssueReport report={report} newer={newer} isOpen={isIssuing} onClose={() => setIssuing(false)} />
    </RecordPage>
  );
}
