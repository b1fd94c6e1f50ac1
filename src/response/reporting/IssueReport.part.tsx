import { useState } from 'react';
import { useCommand, useView } from '../../foundation/api/web.ts';
import {
  ChoiceField,
  Dialog,
  Facts,
  Form,
  FormActions,
  PickField,
  useSay,
} from '../../foundation/design-system/web.ts';
import { useViewer } from '../../foundation/identity/web.ts';
import type { issuers } from './issuers.views.ts';
import type { Report } from './PaperSheet.part.tsx';
import type { issue } from './reporting.commands.ts';
import { situationReport } from './situation-report.register.ts';

const { fields } = situationReport;

export const ISSUE = { zh: '签发报送', en: 'Issue' } as const;
const WORDS = {
  fixed: {
    zh: '报送后编号、正文不能再改；有新情况另发续报。',
    en: 'Once issued, number and text are fixed; what is new goes into a follow-up.',
  },
  late: {
    zh: '起草后事件又有 {count} 条新记录，正文没有包括。',
    en: '{count} things were recorded after this was drafted; the text does not have them.',
  },
  own: { zh: '值班室（值班信息）', en: 'The duty room' },
  nobody: { zh: '该身份今天没有签发人', en: 'Nobody signs under this name today' },
  who: { zh: '批准本报告的带班领导或其授权人', en: 'The duty leader who has approved it, or who acts for them' },
} as const;

/** 签发: says once more what goes to whom and asks who signs off. */
export function IssueReport({
  report,
  newer,
  isOpen,
  onClose,
}: {
  report: Report;
  /** Facts of the incident that the text cannot have. */
  newer: number;
  isOpen: boolean;
  onClose: () => void;
}) {
  const say = useSay();
  return (
    <Dialog title={say(ISSUE)} isOpen={isOpen} onClose={onClose}>
      <Issue report={report} newer={newer} onClose={onClose} />
    </Dialog>
  );
}

function Issue({ report, newer, onClose }: { report: Report; newer: number; onClose: () => void }) {
  const say = useSay();
  const { person } = useViewer();
  const issuing = useCommand<typeof issue>('reporting.issue');
  const [letterheadId, setLetterhead] = useState<string>();
  const { data: all } = useView<typeof issuers>('reporting.issuers', {});
  const heads = all?.letterheads ?? [];
  const unitId = heads.find(({ id }) => id === letterheadId)?.unitId;
  const { data } = useView<typeof issuers>('reporting.issuers', unitId ? { unitId } : {});
  const entitled = data?.items ?? [];
  const [picked, setChosen] = useState<string>();
  // Who signs follows from the name it goes under: of those, one who was chosen before stays.
  const chosen = entitled.some(({ id }) => id === picked) ? picked : undefined;
  // A duty leader signs what they issue; an officer names whose approval they have.
  const issuerId = chosen ?? entitled.find(({ id }) => id === person.id)?.id;
  const submit = async () => {
    if (!issuerId) return;
    const input = { id: report.id, issuerId, ...(letterheadId ? { letterheadId } : {}) };
    if (await issuing.run(input, { version: report.version })) onClose();
  };
  return (
    <Form onSubmit={() => void submit()} problem={issuing.problem} isWaiting={issuing.isWaiting}>
      <p>{report.title}</p>
      <Facts
        facts={[
          { label: fields.urgency.label, value: report.urgency },
          { label: fields.sentTo.label, value: report.sentTo.join('、') },
          { label: fields.copiedTo.label, value: report.copiedTo.join('、') },
        ]}
      />
      {newer > 0 && <p className="stale-note">{say(WORDS.late, { count: newer })}</p>}
      <p className="soft">{say(WORDS.fixed)}</p>
      <ChoiceField
        label={fields.letterheadId.label}
        name="letterheadId"
        as="buttons"
        value={letterheadId ?? ''}
        onChange={(id) => setLetterhead(id || undefined)}
        choices={[
          { value: '', label: WORDS.own },
          ...heads.map(({ id, officialName, series }) => ({
            value: id,
            label: { zh: `${officialName}（${series}）`, en: `${officialName} (${series})` },
          })),
        ]}
      />
      <PickField
        label={fields.issuerId.label}
        name="issuerId"
        value={issuerId}
        onChange={setChosen}
        items={entitled.map(({ id, name, post }) => ({ value: id, text: name, more: post }))}
        hint={data && entitled.length === 0 ? WORDS.nobody : WORDS.who}
        isRequired
      />
      <FormActions submit={ISSUE} isBusy={issuing.isRunning} onCancel={onClose} />
    </Form>
  );
}
