import { useState } from 'react';
import { kebabCase } from '../../kernel/names.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { ApiProblem, requestJson, useView } from '../api/web.ts';
import {
  Facts,
  Form,
  FormActions,
  Page,
  Section,
  TableHead,
  Tag,
  TextField,
  Time,
  useLanguage,
  useSay,
} from '../design-system/web.ts';
import type { FieldType } from '../registers/define.ts';
import type { ExternalRegister } from './define.ts';
import { OUTCOMES } from './external-lookup.register.ts';
import type { list } from './externals.views.ts';
import { KeepCopy } from './KeepCopy.part.tsx';

const WORDS = {
  purpose: { zh: '用途', en: 'Purpose' },
  purposeHint: {
    zh: '为什么要查，如「核实报警企业」；用途与查询人一并记录',
    en: 'What for; it is kept with your name',
  },
  lookUp: { zh: '查询', en: 'Look up' },
  found: { zh: '查询结果', en: 'Answer' },
  missing: { zh: '对方没有这条记录。', en: 'The other side has no such record.' },
  from: { zh: '来自', en: 'From' },
  fetched: { zh: '取得时间', en: 'Fetched' },
  expires: { zh: '同一用途可复用至', en: 'Serves the same purpose until' },
  cached: { zh: '取自缓存', en: 'From the cache' },
  log: { zh: '查询记录', en: 'Lookups' },
  noLog: { zh: '还没有查询。', en: 'Nothing was looked up yet.' },
  when: { zh: '时间', en: 'When' },
  who: { zh: '查询人', en: 'Who' },
  outcome: { zh: '结果', en: 'Outcome' },
  digest: { zh: '查询键摘要', en: 'Digest of the key' },
} as const;

interface Looked {
  values: Record<string, unknown> | null;
  fetchedAt: string;
  expiresAt: string;
  isCached: boolean;
}

/** A register of somebody else: a key and a purpose in, the record out, and who has looked. */
export function ExternalLookup({ external, title }: { external: ExternalRegister; title: Phrase }) {
  const say = useSay();
  const language = useLanguage() === 'en' ? 'en' : 'zh';
  const { register, holder } = external;
  const [key, setKey] = useState('');
  const [purpose, setPurpose] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const [looked, setLooked] = useState<Looked>();
  const log = useView<typeof list>('externalLookups.list', { register: register.name });
  const folder = kebabCase(register.plural);
  const submit = async () => {
    setBusy(true);
    setProblem(undefined);
    setLooked(undefined);
    try {
      setLooked(await requestJson<Looked>(`/api/${folder}/look-up`, { method: 'POST', body: { key, purpose } }));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    }
    setBusy(false);
  };
  // Of what is ours, such as who helps somebody, the other side knows nothing.
  const answered = new Set(external.connectors.flatMap(({ fields }) => Object.keys(fields)));
  const text = (name: string, field: FieldType) => {
    const value = looked?.values?.[name];
    return value === null || value === undefined ? undefined : field.show(value, language);
  };
  return (
    <Page title={title}>
      <div className="form-page">
        <Form onSubmit={() => void submit()} problem={problem}>
          <TextField
            label={register.fields[external.key]?.label ?? register.label}
            name="key"
            value={key}
            onChange={setKey}
            maxLength={100}
            isRequired
          />
          <TextField
            label={WORDS.purpose}
            hint={WORDS.purposeHint}
            name="purpose"
            value={purpose}
            onChange={setPurpose}
            maxLength={200}
            isRequired
          />
          <FormActions submit={WORDS.lookUp} isBusy={isBusy} />
        </Form>
      </div>
      {looked && (
        <Section title={WORDS.found}>
          {looked.values ? (
            <Facts
              facts={[
                ...Object.entries(register.fields)
                  .filter(([name]) => answered.has(name))
                  .map(([name, field]) => ({ label: field.label, value: text(name, field) })),
                { label: WORDS.from, value: say(holder) },
                {
                  label: WORDS.fetched,
                  value: (
                    <>
                      <Time at={looked.fetchedAt} /> {looked.isCached && <Tag>{say(WORDS.cached)}</Tag>}
                    </>
                  ),
                },
                { label: WORDS.expires, value: <Time at={looked.expiresAt} /> },
              ]}
            />
          ) : (
            <p role="status">{say(WORDS.missing)}</p>
          )}
        </Section>
      )}
      {looked?.values && external.copies && (
        <KeepCopy copies={external.copies} values={looked.values} purpose={purpose} fetchedAt={looked.fetchedAt} />
      )}
      <Section title={WORDS.log}>
        <Log items={log.data?.items ?? []} />
      </Section>
    </Page>
  );
}

function Log({ items }: { items: NonNullable<ReturnType<typeof useView<typeof list>>['data']>['items'] }) {
  const say = useSay();
  if (items.length === 0) return <p className="soft">{say(WORDS.noLog)}</p>;
  return (
    <table className="table">
      <TableHead titles={[WORDS.when, WORDS.who, WORDS.purpose, WORDS.outcome, WORDS.digest]} />
      <tbody>
        {items.map(({ id, at, by, purpose, outcome, isCached, keyDigest }) => (
          <tr key={id}>
            <td>
              <Time at={at} />
            </td>
            <td>{by}</td>
            <td>{purpose}</td>
            <td>
              {say(OUTCOMES.find((one) => one.id === outcome)?.label ?? WORDS.outcome)}{' '}
              {isCached && <Tag>{say(WORDS.cached)}</Tag>}
            </td>
            <td>
              <code>{keyDigest.slice(0, 12)}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
