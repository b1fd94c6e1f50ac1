import { Button, Dialog, Empty, Section, Tag, useSay } from '../../foundation/design-system/web.ts';
import { newId } from '../../kernel/ids.ts';
import { dueText, NUMERALS, roleLabel, unitWords } from '../plans/define.ts';
import { planAction } from '../plans/plan-action.register.ts';
import { EditAction } from './EditAction.part.tsx';
import type { ActionDraft, Changes, PlanDraft } from './plan-draft.rules.ts';

const { fields } = planAction;
const WORDS = {
  title: { zh: '行动', en: 'Actions' },
  add: { zh: '增加一条', en: 'Add an action' },
  edit: { zh: '修改', en: 'Edit' },
  remove: { zh: '删去', en: 'Take out' },
  who: { zh: '承办', en: 'Who' },
  due: { zh: '时限', en: 'Due' },
  none: { zh: '还没有行动', en: 'No action yet' },
  noneHint: {
    zh: '一条行动在启动预案时成为一条指令。',
    en: 'An action becomes an order when the plan is activated.',
  },
  isNew: { zh: '新增', en: 'New' },
  changed: { zh: '已改', en: 'Changed' },
} as const;

export const blank = (levels: PlanDraft['levels']): ActionDraft => ({
  id: newId(),
  clause: '',
  title: '',
  content: '',
  groupName: '',
  role: '',
  unitRule: 'named',
  unitId: null,
  unitName: null,
  postId: null,
  postName: null,
  offsetMinutes: null,
  afterClause: null,
  delayMinutes: null,
  priority: 'urgent',
  placeRule: 'incident',
  resources: [],
  evidenceAsked: { text: 1 },
  fulfilledBy: null,
  levels: levels.map(({ level }) => level),
});

/** Every clause of the draft; one is edited in a dialog, and the list keeps the order of its numbers. */
export function EditActions({
  draft,
  changes,
  edited,
  onEdit,
  onChange,
}: {
  draft: PlanDraft;
  changes: Changes;
  /** The action in the dialog: of this list, or one that is begun. */
  edited: ActionDraft | undefined;
  onEdit: (action: ActionDraft | undefined) => void;
  onChange: (change: Partial<PlanDraft>) => void;
}) {
  const say = useSay();
  const others = draft.actions.filter(({ id }) => id !== edited?.id);
  const heads = [fields.clause.label, fields.title.label, WORDS.who, WORDS.due, fields.levels.label];
  return (
    <Section title={WORDS.title} aside={<Button onClick={() => onEdit(blank(draft.levels))}>{say(WORDS.add)}</Button>}>
      {draft.actions.length === 0 && <Empty title={WORDS.none} hint={WORDS.noneHint} />}
      <table className="table plan-table" hidden={draft.actions.length === 0}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.en} scope="col">
                {say(head)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {draft.actions.map((action) => (
            <tr key={action.id}>
              <th scope="row">{action.clause}</th>
              <td data-label={say(fields.title.label)}>
                <p className="row">
                  <strong>{action.title}</strong>
                  {changes.added.includes(action.clause) && <Tag>{say(WORDS.isNew)}</Tag>}
                  {changes.changed.includes(action.clause) && <Tag>{say(WORDS.changed)}</Tag>}
                </p>
                <p className="soft">{action.content}</p>
              </td>
              <td data-label={say(WORDS.who)}>
                <p>{say(unitWords(action))}</p>
                <p className="soft">{action.postName ?? say(roleLabel(action.role))}</p>
              </td>
              <td data-label={say(WORDS.due)} className="time">
                {say(dueText(action))}
              </td>
              <td data-label={say(fields.levels.label)} className="time">
                {action.levels.map((level) => NUMERALS[level] ?? level).join(' ')}
              </td>
              <td>
                <span className="row">
                  <Button aria-label={`${say(WORDS.edit)} ${action.clause}`} onClick={() => onEdit(action)}>
                    {say(WORDS.edit)}
                  </Button>
                  <Button
                    aria-label={`${say(WORDS.remove)} ${action.clause}`}
                    onClick={() => onChange({ actions: draft.actions.filter(({ id }) => id !== action.id) })}
                  >
                    {say(WORDS.remove)}
                  </Button>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Dialog
        title={edited ? `${edited.clause} ${edited.title}`.trim() || say(WORDS.add) : ''}
        isOpen={edited !== undefined}
        onClose={() => onEdit(undefined)}
        size="wide"
      >
        {edited && (
          <EditAction
            action={edited}
            levels={draft.levels.map(({ level }) => level)}
            groups={draft.groups}
            others={others}
            onTake={(action) => {
              // Whoever waits for it goes on waiting for it when it is numbered anew.
              const moved = others.map((other) =>
                other.afterClause === edited.clause && edited.clause !== ''
                  ? { ...other, afterClause: action.clause }
                  : other,
              );
              onChange({ actions: [...moved, action] });
              onEdit(undefined);
            }}
            onCancel={() => onEdit(undefined)}
          />
        )}
      </Dialog>
    </Section>
  );
}
