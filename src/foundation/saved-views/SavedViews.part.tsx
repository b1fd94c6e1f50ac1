import { useState } from 'react';
import { type OutputOf, useCommand, useView } from '../api/web.ts';
import {
  CheckField,
  Dialog,
  Form,
  FormActions,
  go,
  MenuButton,
  showColumns,
  shownColumns,
  TextField,
  usePath,
  useSay,
  useSearch,
} from '../design-system/web.ts';
import type { RegisterFaces } from '../registers/define.ts';
import { queryFor } from './query.rules.ts';
import { savedView } from './saved-view.register.ts';
import type { remove, save } from './saved-views.commands.ts';
import type { ofRegister } from './saved-views.views.ts';

type Saved = OutputOf<typeof ofRegister>['items'][number];

const WORDS = {
  views: { zh: '视图', en: 'Views' },
  save: { zh: '保存当前视图…', en: 'Save this view…' },
  saving: { zh: '保存视图', en: 'Save this view' },
  remove: { zh: '删除「{name}」', en: 'Remove “{name}”' },
  shared: { zh: '{name}（本单位）', en: '{name} (my unit)' },
  hint: {
    zh: '保存筛选、排序、显示的栏目和查找框中的文字；同名的会被替换。',
    en: 'Keeps filters, order, columns and the text of the search field; one of the same name is replaced.',
  },
} as const;

/** Above a list: what was saved, and saving what is shown. Choosing one only changes the address and the columns. */
export default function SavedViews({ faces }: { faces: RegisterFaces }) {
  const say = useSay();
  const path = usePath();
  const [search] = useSearch();
  const [isSaving, setSaving] = useState(false);
  const { name: register, plural } = faces.register;
  const view = useView<typeof ofRegister>('savedViews.ofRegister', { register });
  const removing = useCommand<typeof remove>('savedViews.remove');
  const items = view.data?.items ?? [];
  const here = queryFor(faces, new URLSearchParams(search).toString());
  const typed = search.q ?? '';
  const choose = ({ query, q, columns }: Saved) => {
    if (columns.length > 0) showColumns(plural, columns);
    const address = new URLSearchParams(query);
    if (q) address.set('q', q);
    go(address.size > 0 ? `${path}?${address}` : path);
  };
  const chosen = items.find(({ query, q }) => query === here && q === typed && query + q !== '');
  return (
    <>
      <MenuButton
        label={chosen?.name ?? say(WORDS.views)}
        items={[
          ...items.map((one) => ({
            key: one.id,
            label: one.isShared ? say(WORDS.shared, { name: one.name }) : one.name,
            isChosen: one === chosen,
            act: () => choose(one),
          })),
          { key: '/save', label: say(WORDS.save), act: () => setSaving(true) },
          ...(chosen?.isOwn
            ? [
                {
                  key: '/remove',
                  label: say(WORDS.remove, { name: chosen.name }),
                  act: () => void removing.run({ id: chosen.id }),
                },
              ]
            : []),
        ]}
      />
      <Dialog title={say(WORDS.saving)} isOpen={isSaving} onClose={() => setSaving(false)}>
        {isSaving && (
          <SaveForm
            faces={faces}
            query={here}
            q={typed}
            mayShare={view.data?.mayShare ?? false}
            onDone={() => setSaving(false)}
          />
        )}
      </Dialog>
    </>
  );
}

function SaveForm({
  faces,
  query,
  q,
  mayShare,
  onDone,
}: {
  faces: RegisterFaces;
  query: string;
  q: string;
  mayShare: boolean;
  onDone: () => void;
}) {
  const say = useSay();
  const saving = useCommand<typeof save>('savedViews.save');
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const { name: register, plural } = faces.register;
  const submit = async () => {
    const columns = [...(shownColumns(plural) ?? [])];
    if (await saving.run({ register, name, query, q, columns, isShared })) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={saving.problem} isWaiting={saving.isWaiting}>
      <TextField
        label={savedView.fields.name.label}
        name="name"
        value={name}
        onChange={setName}
        maxLength={40}
        isRequired
      />
      {mayShare && <CheckField label={savedView.fields.isShared.label} isChecked={isShared} onChange={setShared} />}
      <p className="soft">{say(WORDS.hint)}</p>
      <FormActions submit={WORDS.saving} isBusy={saving.isRunning} onCancel={onDone} />
    </Form>
  );
}
