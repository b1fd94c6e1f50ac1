import { useState } from 'react';
import { useCommand, useView } from '../../foundation/api/web.ts';
import {
  Button,
  ChoiceField,
  Dialog,
  Form,
  FormActions,
  Go,
  go,
  NumberField,
  TextAreaField,
  useSay,
} from '../../foundation/design-system/web.ts';
import type { IncidentRecord } from '../incidents/web.ts';
import { CasualtyFields, type Figures } from '../intake/web.ts';
import { isDraft } from './report-states.part.tsx';
import type { draft } from './reporting.commands.ts';
import type { list } from './reporting.views.ts';
import { REPORT_KINDS, situationReport } from './situation-report.register.ts';

const { fields } = situationReport;
type ReportKind = (typeof REPORT_KINDS)[number]['id'];
type Item = NonNullable<(typeof list)['Output']>['items'][number];

const WORDS = {
  draft: { zh: '起草报告', en: 'Draft a report' },
  make: { zh: '起草', en: 'Draft' },
  how: {
    zh: '正文按此刻的接报、伤亡、响应和指令自动写出，起草后可逐段修改。',
    en: 'The text is written from the calls, casualties, response and orders of this moment; then every part can be edited.',
  },
  verified: {
    zh: '核报以这里的数字为准；报送后即为新的口径，死亡人数只能这样核减。',
    en: 'A verified report brings these figures; once issued they are the released ones, and only so the number of dead may fall.',
  },
  kept: { zh: '已有未报送的草稿：', en: 'There is a draft that has not been issued:' },
} as const;

/** What usually comes next: the first report, then follow-ups, the final one when the matter is closed. */
function nextKind(items: readonly Item[], state: string | undefined): ReportKind {
  if (state === 'closed') return 'final_report';
  return items.some(({ kind }) => kind === 'initial_report') ? 'followup_report' : 'initial_report';
}

/** 起草报告: asks only which report it is, drafts it and opens it. */
export default function DraftReport({ incident }: { incident: { readonly id: string; readonly state?: string } }) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say(WORDS.draft)}</Button>
      <Dialog title={say(WORDS.draft)} isOpen={isOpen} onClose={close}>
        <Draft incidentId={incident.id} state={incident.state} onClose={close} />
      </Dialog>
    </>
  );
}

/** The figures of the incident, to be put right by a verified report. */
function useVerified(incidentId: string) {
  const { data } = useView<IncidentRecord>('incidents.record', { id: incidentId });
  const [typed, setFigures] = useState<Figures & { directLoss: number | null }>();
  const [reason, setReason] = useState('');
  const released = data && {
    deaths: data.deaths,
    missing: data.missing,
    seriousInjuries: data.seriousInjuries,
    minorInjuries: data.minorInjuries,
    trapped: data.trapped,
    directLoss: data.directLoss,
  };
  return { figures: typed ?? released, setFigures, reason, setReason };
}

function Draft({ incidentId, state, onClose }: { incidentId: string; state: string | undefined; onClose: () => void }) {
  const say = useSay();
  const earlier = useView<typeof list>('reporting.list', { incidentId });
  const drafting = useCommand<typeof draft>('reporting.draft');
  const [chosen, setChosen] = useState<ReportKind>();
  const items = earlier.data?.items ?? [];
  const kind = chosen ?? nextKind(items, state);
  const kept = items.filter(isDraft);
  const { figures, setFigures, reason, setReason } = useVerified(incidentId);
  const isVerified = kind === 'verified_report';
  const isExplained = isVerified || kind === 'correction_report';
  const submit = async () => {
    const made = await drafting.run({
      incidentId,
      kind,
      ...(isVerified && figures ? { verified: figures } : {}),
      ...(isExplained ? { reason } : {}),
    });
    if (made) go(`/reporting/${made.id}`);
  };
  return (
    <Form onSubmit={() => void submit()} problem={drafting.problem} isWaiting={drafting.isWaiting}>
      <ChoiceField
        label={fields.kind.label}
        name="kind"
        as="buttons"
        choices={REPORT_KINDS.map(({ id, label }) => ({ value: id, label }))}
        value={kind}
        onChange={setChosen}
        isRequired
      />
      {isVerified && figures && (
        <>
          <CasualtyFields value={figures} onChange={(changes) => setFigures({ ...figures, ...changes })} />
          <NumberField
            label={fields.directLoss.label}
            name="directLoss"
            unit={fields.directLoss.unit}
            max={1e9}
            value={figures.directLoss}
            onChange={(directLoss) => setFigures({ ...figures, directLoss })}
          />
        </>
      )}
      {isExplained && (
        <TextAreaField
          label={fields.reason.label}
          name="reason"
          value={reason}
          onChange={setReason}
          maxLength={500}
          isRequired
        />
      )}
      <p className="soft">{say(isVerified ? WORDS.verified : WORDS.how)}</p>
      {kept.length > 0 && (
        <div>
          <p>{say(WORDS.kept)}</p>
          {kept.map((one) => (
            <p key={one.id}>
              <Go to={`/reporting/${one.id}`}>{one.title}</Go>
            </p>
          ))}
        </div>
      )}
      <FormActions submit={WORDS.make} isBusy={drafting.isRunning} onCancel={onClose} />
    </Form>
  );
}
