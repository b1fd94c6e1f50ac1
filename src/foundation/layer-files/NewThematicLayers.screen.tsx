import { useState } from 'react';
import { useCommand, useView } from '../api/web.ts';
import {
  CheckField,
  ChoiceField,
  Form,
  FormActions,
  go,
  Page,
  TextField,
  toast,
  useKeys,
  useSay,
} from '../design-system/web.ts';
import type { parted, registerThematic } from '../geo/index.ts';

const WORDS = {
  title: { zh: '按台账批量登记图层', en: 'Register layers of a register' },
  hint: {
    zh: '为台账的每个分类值登记一个图层；目录中已有的同名图层保持不变。',
    en: 'Registers one layer for each value of the register; what the catalogue has by that name stays as it is.',
  },
  register: { zh: '台账图层', en: 'Layer of a register' },
  byStreet: { zh: '点状台账同时按街道分列', en: 'Of points, one for each street as well' },
  providedBy: { zh: '数据提供单位', en: 'Provided by' },
  submit: { zh: '登记', en: 'Register' },
  done: {
    zh: '已登记 {created} 个图层，{kept} 个原有的保持不变',
    en: '{created} layers registered, {kept} left as they were',
  },
  back: { zh: '返回', en: 'Back' },
} as const;

/** For one register a layer for each value of its choices; look and readers of each are said on its page. */
export default function NewThematicLayers() {
  const say = useSay();
  const choices = useView<typeof parted>('catalogueLayers.parted', {});
  const registering = useCommand<typeof registerThematic>('catalogueLayers.registerThematic');
  const [sourceLayer, setSourceLayer] = useState('');
  const [byStreet, setByStreet] = useState(false);
  const [providedBy, setProvidedBy] = useState('');
  const back = () => go('/catalogue-layers');
  useKeys([{ keys: 'Escape', label: WORDS.back, act: back }]);
  const submit = async () => {
    const made = await registering.run({ sourceLayer, byStreet, ...(providedBy.trim() ? { providedBy } : {}) });
    if (!made) return;
    toast({ zh: say(WORDS.done, made), en: say(WORDS.done, made) });
    back();
  };
  return (
    <Page title={WORDS.title}>
      <div className="form-page">
        <p className="soft">{say(WORDS.hint)}</p>
        <Form onSubmit={() => void submit()} problem={registering.problem}>
          <ChoiceField
            label={WORDS.register}
            name="sourceLayer"
            isRequired
            value={sourceLayer}
            onChange={setSourceLayer}
            choices={(choices.data?.layers ?? []).map(({ id, label }) => ({ value: id, label }))}
          />
          <CheckField label={WORDS.byStreet} name="byStreet" isChecked={byStreet} onChange={setByStreet} />
          <TextField
            label={WORDS.providedBy}
            name="providedBy"
            value={providedBy}
            onChange={setProvidedBy}
            maxLength={100}
          />
          <FormActions submit={WORDS.submit} isBusy={registering.isRunning} onCancel={back} />
        </Form>
      </div>
    </Page>
  );
}
