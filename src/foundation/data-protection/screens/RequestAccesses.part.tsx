import { useView } from '../../api/web.ts';
import { Empty, Section, Shown, useSay } from '../../design-system/web.ts';
import type { accesses } from '../requests.views.ts';
import { useAccessColumns } from './access-columns.part.tsx';

const WORDS = {
  title: { zh: '所涉记录的访问记录', en: 'Who looked at the records' },
  none: { zh: '所填编号的记录没有被查看或导出', en: 'Nobody looked at the records of these numbers' },
  unknown: { zh: '填写所涉记录编号后，这里列出谁查看过', en: 'Fill in the numbers of the records to see who looked' },
} as const;

/** What the person is told who asks what became of their data (个保法 第45条). */
export default function RequestAccesses({ record }: { record: { id: string } }) {
  const say = useSay();
  const columns = useAccessColumns();
  const view = useView<typeof accesses>('personalDataRequests.accesses', { id: record.id });
  return (
    <Section title={WORDS.title} id="accesses">
      <Shown of={view}>
        {({ records, accesses: found }) =>
          found.length === 0 ? (
            <Empty title={records === 0 ? WORDS.unknown : WORDS.none} />
          ) : (
            <table className="table table-stacks">
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column.key} scope="col">
                      {say(column.title)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {found.map((row) => (
                  <tr key={row.id}>
                    {columns.map((column) => (
                      <td key={column.key} data-label={say(column.title)}>
                        {column.cell(row)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Shown>
    </Section>
  );
}
