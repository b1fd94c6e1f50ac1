import { useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { type OutputOf, useCommand, useView } from '../api/web.ts';
import {
  Button,
  Dialog,
  Empty,
  Form,
  FormActions,
  Shown,
  TextAreaField,
  Time,
  useMay,
  useSay,
} from '../design-system/web.ts';
import { clock } from './clock.register.ts';
import type { explain } from './clocks.commands.ts';
import type { judged } from './timeliness.views.ts';

const WORDS = {
  none: { zh: '没有逾期', en: 'Nothing was late' },
  limit: { zh: '时限', en: 'Limit' },
  unit: { zh: '单位', en: 'Unit' },
  due: { zh: '到期', en: 'Due' },
  ended: { zh: '办理', en: 'Done' },
  ground: { zh: '依据', en: 'Ground' },
  why: { zh: '原因', en: 'Why' },
  explain: { zh: '说明原因', en: 'Say why' },
  save: { zh: '提交说明', en: 'Submit' },
  open: { zh: '未办', en: 'Not yet' },
  more: { zh: '另有 {count} 项', en: '{count} more' },
} as const satisfies Record<string, Phrase>;

type Row = OutputOf<typeof judged>['items'][number];

/** Limits of a period that were missed: by whom, by how much, on what ground, and why. */
export function JudgedList({ from, to }: { from: string; to: string }) {
  const say = useSay();
  const may = useMay();
  const view = useView<typeof judged>('clocks.judged', { from, to, onlyLate: true }, { keepsPrevious: true });
  const [explaining, setExplaining] = useState<Row>();
  const titles = [WORDS.limit, WORDS.unit, WORDS.due, WORDS.ended, WORDS.ground, WORDS.why];
  return (
    <Shown of={view}>
      {({ items, count }) =>
        items.length === 0 ? (
          <Empty title={WORDS.none} />
        ) : (
          <>
            <table className="table table-stacks">
              <thead>
                <tr>
                  {titles.map((title) => (
                    <th key={title.en} scope="col">
                      {say(title)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {items.map((row) => (
                  <tr key={row.id}>
                    <th scope="row">{say(row.label)}</th>
                    <td data-label={say(WORDS.unit)}>{row.unit}</td>
                    <td data-label={say(WORDS.due)}>
                      <Time at={row.dueAt} />
                    </td>
                    <td data-label={say(WORDS.ended)}>{row.endedAt ? <Time at={row.endedAt} /> : say(WORDS.open)}</td>
                    <td data-label={say(WORDS.ground)}>{row.citation}</td>
                    <td data-label={say(WORDS.why)}>
                      {row.lateReason ??
                        (may('clock.explain') && (
                          <Button
                            aria-label={`${say(WORDS.explain)}: ${say(row.label)}`}
                            onClick={() => setExplaining(row)}
                          >
                            {say(WORDS.explain)}
                          </Button>
                        ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {count > items.length && <p className="soft">{say(WORDS.more, { count: count - items.length })}</p>}
            {explaining && <Explain row={explaining} onDone={() => setExplaining(undefined)} />}
          </>
        )
      }
    </Shown>
  );
}

function Explain({ row, onDone }: { row: Row; onDone: () => void }) {
  const say = useSay();
  const explaining = useCommand<typeof explain>('clocks.explain');
  const [reason, setReason] = useState('');
  const submit = async () => {
    if (await explaining.run({ id: row.id, reason })) onDone();
  };
  return (
    <Dialog title={`${say(WORDS.explain)} · ${say(row.label)}`} isOpen onClose={onDone}>
      <Form onSubmit={() => void submit()} problem={explaining.problem} isWaiting={explaining.isWaiting}>
        <TextAreaField
          label={clock.fields.lateReason.label}
          name="reason"
          value={reason}
          onChange={setReason}
          maxLength={500}
        />
        <FormActions submit={WORDS.save} isBusy={explaining.isRunning} onCancel={onDone} />
      </Form>
    </Dialog>
  );
}
