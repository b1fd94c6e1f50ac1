import { type OutputOf, useView } from '../api/web.ts';
import { Facts, Go, Page, Section, Shown, TableHead, Tag, Time, useParams, useSay } from '../design-system/web.ts';
import { IssueKey } from '../identity/web.ts';
import type { record } from './data-catalogue.views.ts';

type File = OutputOf<typeof record>;

const WORDS = {
  entry: { zh: '条目', en: 'Entry' },
  owner: { zh: '归属', en: 'Whose' },
  own: { zh: '本区', en: 'The district' },
  keepers: { zh: '维护', en: 'Kept by' },
  purpose: { zh: '用途', en: 'Purpose' },
  unsaid: { zh: '未登记', en: 'Not said' },
  total: { zh: '在册', en: 'Records' },
  changed: { zh: '最近更新', en: 'Last changed' },
  hidden: { zh: '无权查看', en: 'Not yours to see' },
  quality: { zh: '质量', en: 'Quality' },
  see: { zh: '查看质量', en: 'See its quality' },
  open: { zh: '打开台账', en: 'Open the register' },
  subjects: { zh: '涉及人员', en: 'Whose data' },
  bases: { zh: '处理依据', en: 'Ground' },
  keeping: { zh: '保存期限起算', en: 'Kept' },
  fields: { zh: '栏目', en: 'Fields' },
  personal: { zh: '个人信息', en: 'Personal' },
  consumers: { zh: '使用方', en: 'Consumers' },
  noConsumers: { zh: '没有程序持有这一台账的只读密钥。', en: 'No program holds a key to read this register.' },
  name: { zh: '名称', en: 'Name' },
  holder: { zh: '持有岗位', en: 'Held by' },
  since: { zh: '签发', en: 'Issued' },
  until: { zh: '到期', en: 'Ends' },
  used: { zh: '最近使用', en: 'Last used' },
  accesses: { zh: '用数记录', en: 'Who used it' },
  noAccesses: { zh: '没有导出、查询或查看联系方式的记录。', en: 'Nobody exported, looked up or revealed anything.' },
  when: { zh: '时间', en: 'When' },
  who: { zh: '人员', en: 'Who' },
  what: { zh: '事项', en: 'What' },
  detail: { zh: '内容', en: 'Detail' },
} as const;

/** One register of the catalogue: whose, what for, its fields, its consumers with their keys, who took what away. */
export default function CatalogueEntry() {
  const { id } = useParams();
  const view = useView<typeof record>('dataCatalogue.record', { register: id });
  return <Shown of={view}>{(file) => <Entry file={file} onIssued={view.refresh} />}</Shown>;
}

function Entry({ file, onIssued }: { file: File; onIssued: () => void }) {
  const say = useSay();
  const { entry, processing, fields } = file;
  const { name, label, heldBy, keepers, purpose, total, changedAt, mayRead, path } = entry;
  return (
    <Page title={label}>
      <Section title={WORDS.entry}>
        <Facts
          facts={[
            { label: WORDS.owner, value: say(heldBy ?? WORDS.own) },
            { label: WORDS.keepers, value: keepers.map((one) => say(one)).join('、') },
            { label: WORDS.purpose, value: say(purpose ?? WORDS.unsaid) },
            { label: WORDS.total, value: total === null ? say(WORDS.hidden) : total.toLocaleString('zh-CN') },
            { label: WORDS.changed, value: changedAt === null ? undefined : <Time at={changedAt} /> },
            ...(processing
              ? [
                  { label: WORDS.subjects, value: say(processing.subjects) },
                  { label: WORDS.bases, value: processing.bases.map((one) => say(one)).join('；') },
                  { label: WORDS.keeping, value: say(processing.keeping) },
                ]
              : []),
            ...(mayRead
              ? [
                  { label: WORDS.quality, value: <Go to={`/quality?register=${name}`}>{say(WORDS.see)}</Go> },
                  { label: label, value: <Go to={path}>{say(WORDS.open)}</Go> },
                ]
              : []),
          ]}
        />
      </Section>
      <Section title={WORDS.consumers} aside={mayRead && <IssueKey register={{ name, label }} onIssued={onIssued} />}>
        <Consumers items={file.consumers} />
      </Section>
      {file.accesses && (
        <Section title={WORDS.accesses}>
          <Accesses items={file.accesses} />
        </Section>
      )}
      <Section title={WORDS.fields}>
        <ul>
          {fields.map((field) => (
            <li key={field.name}>
              {say(field.label)}
              {field.unit && `（${say(field.unit)}）`} {field.isPersonal && <Tag>{say(WORDS.personal)}</Tag>}
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

function Consumers({ items }: { items: File['consumers'] }) {
  const say = useSay();
  if (items.length === 0) return <p className="soft">{say(WORDS.noConsumers)}</p>;
  return (
    <table className="table table-stacks">
      <TableHead titles={[WORDS.name, WORDS.purpose, WORDS.holder, WORDS.since, WORDS.until, WORDS.used]} />
      <tbody>
        {items.map(({ id, name, purpose, unit, post, person, createdAt, expiresAt, lastUsedAt }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td data-label={say(WORDS.purpose)}>{purpose}</td>
            <td data-label={say(WORDS.holder)}>{`${unit} ${post} ${person}`}</td>
            <td data-label={say(WORDS.since)}>
              <Time at={createdAt} />
            </td>
            <td data-label={say(WORDS.until)}>
              <Time at={expiresAt} />
            </td>
            <td data-label={say(WORDS.used)}>{lastUsedAt === null ? '—' : <Time at={lastUsedAt} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Accesses({ items }: { items: NonNullable<File['accesses']> }) {
  const say = useSay();
  if (items.length === 0) return <p className="soft">{say(WORDS.noAccesses)}</p>;
  return (
    <table className="table table-stacks">
      <TableHead titles={[WORDS.when, WORDS.who, WORDS.what, WORDS.detail]} />
      <tbody>
        {items.map(({ id, at, actor, hat, kind, detail }) => (
          <tr key={id}>
            <td data-label={say(WORDS.when)}>
              <Time at={at} />
            </td>
            <td data-label={say(WORDS.who)}>{`${hat} ${actor}`}</td>
            <td data-label={say(WORDS.what)}>{say(kind)}</td>
            <td data-label={say(WORDS.detail)}>{detail}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
