import { useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { type OutputOf, useCommand } from '../api/web.ts';
import { DayField, Dialog, Form, FormActions, TextField, useSay } from '../design-system/web.ts';
import { UnitField } from '../organisation/web.ts';
import type { assign, handOver } from './responsibilities.commands.ts';
import type { overview } from './responsibilities.views.ts';
import { responsibility } from './responsibility.register.ts';

export interface Naming {
  readonly areaCode: string;
  readonly areaName: string;
  readonly category: OutputOf<typeof overview>['items'][number]['category'];
  readonly label: Phrase;
  /** Who answers for it on that day; without one somebody is named anew. */
  readonly holder: OutputOf<typeof overview>['items'][number] | undefined;
  readonly day: string;
}

const WORDS = {
  assign: { zh: '明确责任', en: 'Name the responsible' },
  handOver: { zh: '责任交接', en: 'Hand over' },
  from: { zh: '自哪天起', en: 'From which day' },
  now: { zh: '现由{unit}负责（{from}起）', en: '{unit} answers for it since {from}' },
} as const satisfies Record<string, Phrase>;

const { unitId: unitField, basis: basisField, reason: reasonField } = responsibility.fields;

/** Names who answers for a category in an area, or hands it over to another from a day on. */
export function NameResponsible({ of: naming, onClose }: { of: Naming | undefined; onClose: () => void }) {
  const say = useSay();
  if (!naming) return null;
  const step = naming.holder ? WORDS.handOver : WORDS.assign;
  return (
    <Dialog title={`${say(step)} · ${naming.areaName} · ${say(naming.label)}`} isOpen onClose={onClose}>
      <Naming naming={naming} step={step} onClose={onClose} />
    </Dialog>
  );
}

function Naming({ naming, step, onClose }: { naming: Naming; step: Phrase; onClose: () => void }) {
  const say = useSay();
  const { holder, areaCode, category } = naming;
  const assigning = useCommand<typeof assign>('responsibilities.assign');
  const handing = useCommand<typeof handOver>('responsibilities.handOver');
  const [unitId, setUnitId] = useState<string>();
  const [from, setFrom] = useState(naming.day);
  const [basis, setBasis] = useState('');
  const [reason, setReason] = useState('');
  const running = holder ? handing : assigning;
  const send = async () => {
    const shared = { unitId: unitId ?? '', postId: null, basis: basis || null };
    const done = holder
      ? await handing.run({ ...shared, id: holder.id, from, reason })
      : await assigning.run({ ...shared, areaCode, category, validFrom: from, validTo: null });
    if (done) onClose();
  };
  return (
    <Form onSubmit={() => void send()} problem={running.problem} isWaiting={running.isWaiting}>
      {holder && <p>{say(WORDS.now, { unit: holder.unitName, from: holder.validFrom })}</p>}
      <UnitField label={unitField.label} name="unitId" value={unitId} onChange={setUnitId} isRequired />
      <DayField label={WORDS.from} name={holder ? 'from' : 'validFrom'} value={from} onChange={setFrom} isRequired />
      <TextField label={basisField.label} name="basis" value={basis} onChange={setBasis} maxLength={300} />
      {holder && (
        <TextField
          label={reasonField.label}
          name="reason"
          value={reason}
          onChange={setReason}
          maxLength={300}
          isRequired
        />
      )}
      <FormActions submit={step} isBusy={running.isRunning} onCancel={onClose} />
    </Form>
  );
}
