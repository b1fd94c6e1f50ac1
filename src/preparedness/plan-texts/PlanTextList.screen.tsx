import { useState } from 'react';
import { useView } from '../../foundation/api/web.ts';
import {
  Button,
  type Column,
  DataList,
  Dialog,
  Go,
  Page,
  StateBadge,
  Time,
  useMay,
  useSay,
} from '../../foundation/design-system/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { ImportText } from './ImportText.part.tsx';
import { planTextLifecycle } from './plan-text.lifecycle.ts';
import { PLAN_TEXT_FORMATS, planText } from './plan-text.register.ts';
import type { list } from './plan-texts.views.ts';

type Item = NonNullable<(typeof list)['Output']>['items'][number];
const { fields } = planText;
const WORDS = {
  title: { zh: '预案文本', en: 'Texts of plans' },
  take: { zh: '导入文本', en: 'Read a file' },
  plans: { zh: '预案', en: 'Plans' },
  none: { zh: '还没有导入预案文本', en: 'No text was read yet' },
  noneHint: {
    zh: '导入 DOCX 或文本，核对条款后编成数字化预案。',
    en: 'Read a file, confirm its clauses, make a plan of it.',
  },
  state: { zh: '状态', en: 'State' },
  clauses: { zh: '条款', en: 'Clauses' },
  unit: { zh: '导入单位', en: 'Unit' },
  at: { zh: '导入时间', en: 'Read at' },
} as const;

/** Texts that were read from files, the newest first. */
export default function PlanTextList() {
  const say = useSay();
  const may = useMay();
  const [isTaking, setTaking] = useState(false);
  const view = useView<typeof list>('planTexts.list', {}, { keepsPrevious: true });
  const columns: readonly Column<Item>[] = [
    {
      key: 'title',
      title: fields.title.label,
      width: 'minmax(16rem, 3fr)',
      cell: (row) => row.title,
      text: (row) => row.title,
    },
    { key: 'file', title: fields.fileName.label, cell: (row) => row.fileName, text: (row) => row.fileName },
    {
      key: 'format',
      title: fields.format.label,
      width: '7rem',
      cell: (row) => say(labelOf(PLAN_TEXT_FORMATS, row.format)),
      text: (row) => say(labelOf(PLAN_TEXT_FORMATS, row.format)),
    },
    {
      key: 'state',
      title: WORDS.state,
      width: '7rem',
      cell: (row) => <StateBadge label={stateOf(row.state)} tone={row.state === 'read' ? 'active' : 'ended'} />,
      text: (row) => say(stateOf(row.state)),
    },
    {
      key: 'clauses',
      title: WORDS.clauses,
      width: '5rem',
      isNumber: true,
      cell: (row) => row.clauses,
      text: (row) => row.clauses,
    },
    { key: 'unit', title: WORDS.unit, cell: (row) => row.unitName, text: (row) => row.unitName },
    {
      key: 'at',
      title: WORDS.at,
      width: '7rem',
      cell: (row) => <Time at={row.createdAt} />,
      text: (row) => String(row.createdAt),
    },
  ];
  return (
    <Page
      title={WORDS.title}
      aside={
        <span className="row">
          <Go className="button" to="/plans">
            {say(WORDS.plans)}
          </Go>
          {may('plan_text.keep') && <Button onClick={() => setTaking(true)}>{say(WORDS.take)}</Button>}
        </span>
      }
    >
      <DataList
        name="plan-texts"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        columns={columns}
        rowKey={(row) => row.id}
        to={(row) => `/plan-texts/${row.id}`}
        empty={{ title: WORDS.none, hint: WORDS.noneHint }}
      />
      <Dialog title={say(WORDS.take)} isOpen={isTaking} onClose={() => setTaking(false)}>
        <ImportText onCancel={() => setTaking(false)} />
      </Dialog>
    </Page>
  );
}

const stateOf = (state: string) => planTextLifecycle.states[state as keyof typeof planTextLifecycle.states];
