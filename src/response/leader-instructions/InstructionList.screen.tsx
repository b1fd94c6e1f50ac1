import { useState } from 'react';
import { useView } from '../../foundation/api/web.ts';
import {
  Button,
  type Column,
  Countdown,
  DataList,
  Dialog,
  Page,
  Time,
  useMay,
  useSay,
  useSearch,
} from '../../foundation/design-system/web.ts';
import { type Instruction, InstructionState, Parts } from './InstructionFacts.part.tsx';
import { leaderInstruction } from './leader-instruction.register.ts';
import type { list } from './leader-instructions.views.ts';
import { REGISTER, RegisterInstruction } from './RegisterInstruction.part.tsx';

const { fields } = leaderInstruction;
const WORDS = {
  title: { zh: '领导批示', en: "Leaders' instructions" },
  number: { zh: '编号', en: 'Number' },
  units: { zh: '承办单位', en: 'Units' },
  state: { zh: '状态', en: 'State' },
  open: { zh: '未反馈', en: 'Open' },
  ended: { zh: '已反馈', en: 'Answered' },
  none: { zh: '没有批示', en: 'No instruction' },
  noneHint: {
    zh: '「登记批示」写下领导的批示、承办单位和时限',
    en: '“Register an instruction” notes words, units and limit',
  },
} as const;

/** 批示 of the district, those that wait first. */
export default function InstructionList() {
  const say = useSay();
  const may = useMay();
  const [search] = useSearch();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const view = useView<typeof list>(
    'leaderInstructions.list',
    search.state ? { isOpen: search.state === 'open' } : {},
    { keepsPrevious: true, topics: ['leader_instruction', 'assignment'] },
  );
  const columns: readonly Column<Instruction>[] = [
    { key: 'number', title: WORDS.number, width: '9rem', cell: (one) => one.number, text: (one) => one.number },
    {
      key: 'subject',
      title: fields.subject.label,
      width: 'minmax(12rem, 3fr)',
      cell: (one) => one.subject,
      text: (one) => one.subject,
    },
    {
      key: 'leader',
      title: fields.leaderId.label,
      width: '7rem',
      cell: (one) => one.leaderName,
      text: (one) => one.leaderName,
    },
    { key: 'units', title: WORDS.units, width: 'minmax(12rem, 2fr)', cell: (one) => <Parts of={one} /> },
    {
      key: 'due',
      title: fields.dueAt.label,
      width: '11rem',
      cell: (one) => (one.state === 'under_way' ? <Countdown dueAt={one.dueAt} /> : <Time at={one.dueAt} />),
    },
    { key: 'state', title: WORDS.state, width: '7rem', cell: (one) => <InstructionState of={one} /> },
    { key: 'givenAt', title: fields.givenAt.label, width: '8rem', cell: (one) => <Time at={one.givenAt} /> },
  ];
  return (
    <Page
      title={WORDS.title}
      aside={
        may('leader_instruction.register') && (
          <Button kind="main" onClick={() => setOpen(true)}>
            {say(REGISTER)}
          </Button>
        )
      }
    >
      <DataList
        name="leader-instructions"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        columns={columns}
        rowKey={({ id }) => id}
        to={({ id }) => `/leader-instructions/${id}`}
        filters={[
          {
            key: 'state',
            label: WORDS.state,
            choices: [
              { value: 'open', label: WORDS.open },
              { value: 'ended', label: WORDS.ended },
            ],
          },
        ]}
        empty={{ title: WORDS.none, hint: WORDS.noneHint }}
      />
      <Dialog title={say(REGISTER)} isOpen={isOpen} onClose={close} size="wide">
        <RegisterInstruction onDone={close} />
      </Dialog>
    </Page>
  );
}
