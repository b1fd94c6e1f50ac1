import { useState } from 'react';
import type { Command } from '../../foundation/api/define.ts';
import { useCommand, useView } from '../../foundation/api/web.ts';
import {
  Button,
  ChoiceField,
  Dialog,
  Form,
  FormActions,
  Go,
  NumberField,
  TextField,
  toast,
  useSay,
} from '../../foundation/design-system/web.ts';
import type { MapActionProps } from '../../foundation/geo/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { mine, programme } from './wall-displays.views.ts';

const WORDS = {
  put: { zh: '放到大屏', en: 'Put on a wall' },
  wall: { zh: '大屏', en: 'Wall' },
  title: { zh: '画面标题', en: 'Heading' },
  seconds: { zh: '显示时长（秒）', en: 'Shown for (s)' },
  done: { zh: '已加到大屏画面的末尾', en: 'Added as the last view of the wall' },
  none: { zh: '还没有大屏，请先登记', en: 'There is no wall yet; register one first' },
  register: { zh: '登记大屏', en: 'Register a wall' },
} as const satisfies Record<string, Phrase>;

const SECONDS = 30;
type Add = Command<'wallScenes.register', Record<string, unknown>, { id: string }>;

/** The map as it is looked at becomes a view of a wall. */
export default function PutOnWall({ address }: MapActionProps) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say(WORDS.put)}</Button>
      <Dialog title={say(WORDS.put)} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Put address={address} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Put({ address, onDone }: { address: string; onDone: () => void }) {
  const say = useSay();
  const walls = useView<typeof mine>('wallDisplays.mine', {}).data?.items;
  const [chosen, setWall] = useState<string>();
  const [title, setTitle] = useState('');
  const [seconds, setSeconds] = useState<number | null>(SECONDS);
  const displayId = chosen ?? walls?.[0]?.id;
  const shown = useView<typeof programme>(
    'wallDisplays.programme',
    { id: displayId ?? '' },
    { isEnabled: displayId !== undefined },
  );
  const adding = useCommand<Add>('wallScenes.register');
  if (walls?.length === 0) {
    return (
      <p>
        {say(WORDS.none)} <Go to="/wall-displays/new">{say(WORDS.register)}</Go>
      </p>
    );
  }
  const put = async () => {
    const turn = Math.min(99, Math.max(0, ...(shown.data?.scenes ?? []).map((scene) => scene.turn)) + 1);
    const input = { displayId, turn, title, sceneKind: 'map', seconds: seconds ?? SECONDS, mapAddress: address };
    if (!(await adding.run(input))) return;
    toast(WORDS.done);
    onDone();
  };
  return (
    <Form onSubmit={() => void put()} problem={adding.problem} label={say(WORDS.put)}>
      <ChoiceField
        label={WORDS.wall}
        name="displayId"
        isRequired
        value={displayId}
        onChange={setWall}
        choices={(walls ?? []).map(({ id, name }) => ({ value: id, label: { zh: name, en: name } }))}
      />
      <TextField
        label={WORDS.title}
        name="title"
        isRequired
        autoFocus
        maxLength={30}
        value={title}
        onChange={setTitle}
      />
      <NumberField label={WORDS.seconds} name="seconds" min={5} max={3600} value={seconds} onChange={setSeconds} />
      <FormActions submit={WORDS.put} isBusy={adding.isRunning || !shown.data} onCancel={onDone} />
    </Form>
  );
}
