import { useView } from '../../api/web.ts';
import { Go, Page, Shown, useMay, useSay } from '../../design-system/web.ts';
import type { catalogue } from '../../personal-data/index.ts';
import { useRules } from '../../rule-sets/web.ts';
import { daysOf, PERSONAL_DATA_RETENTION } from '../retention.rules.ts';

const WORDS = {
  title: { zh: '个人信息处理', en: 'Personal data' },
  register: { zh: '台账', en: 'Register' },
  subjects: { zh: '谁的信息', en: 'Whose' },
  fields: { zh: '信息', en: 'Data' },
  purpose: { zh: '处理目的', en: 'Purpose' },
  basis: { zh: '合法性基础', en: 'Ground' },
  keeping: { zh: '保存期限', en: 'Kept' },
  days: { zh: '{label} {days} 天', en: '{days} days {label}' },
} as const;

/** 个人信息处理活动: whatever a register holds of persons is declared with it; nothing is written here by hand. */
export default function Catalogue() {
  const say = useSay();
  const view = useView<typeof catalogue>('personalData.catalogue', {});
  const rule = useRules(PERSONAL_DATA_RETENTION);
  const heads = [WORDS.register, WORDS.subjects, WORDS.fields, WORDS.purpose, WORDS.basis, WORDS.keeping];
  return (
    <Page title={WORDS.title} aside={<Links />}>
      <Shown of={view}>
        {({ items }) => (
          <table className="table table-stacks">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head.zh} scope="col">
                    {say(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((item) => {
                const days = rule && daysOf(rule.values, item.keeping);
                const label = say(item.keepingLabel);
                return (
                  <tr key={item.register}>
                    <th scope="row" data-label={say(WORDS.register)}>
                      {say(item.label)}
                    </th>
                    <td data-label={say(WORDS.subjects)}>{say(item.subjects)}</td>
                    <td data-label={say(WORDS.fields)}>{item.fields.map((field) => say(field.label)).join('、')}</td>
                    <td data-label={say(WORDS.purpose)}>{say(item.purpose)}</td>
                    <td data-label={say(WORDS.basis)}>{item.bases.map((basis) => say(basis)).join('；')}</td>
                    <td data-label={say(WORDS.keeping)}>
                      {days === undefined ? label : say(WORDS.days, { label, days })}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
      </Shown>
    </Page>
  );
}

const LINKS = [
  { path: '/destruction-sheets', permission: 'destruction_sheet.read', label: { zh: '销毁', en: 'Destruction' } },
  {
    path: '/personal-data-requests',
    permission: 'personal_data_request.read',
    label: { zh: '个人请求', en: 'Requests' },
  },
  { path: '/leak-notices', permission: 'leak_notice.read', label: { zh: '泄露通知', en: 'Leaks' } },
  { path: '/access-log', permission: 'personal_data.audit', label: { zh: '访问记录', en: 'Access log' } },
] as const;

function Links() {
  const say = useSay();
  const may = useMay();
  return (
    <span className="row">
      {LINKS.filter(({ permission }) => may(permission)).map(({ path, label }) => (
        <Go key={path} className="button" to={path}>
          {say(label)}
        </Go>
      ))}
    </span>
  );
}
