import { useView } from '../api/web.ts';
import { Go, Shown, useMay, useSay } from '../design-system/web.ts';
import type { FieldType, RegisterFaces } from './define.ts';
import { FieldValue } from './FieldValue.part.tsx';
import type { ListView, RecordJson } from './record-views.part.tsx';

const WORDS = {
  add: { zh: '登记', en: 'Register' },
  none: { zh: '没有记录', en: 'No records' },
  all: { zh: '全部', en: 'All of them' },
} as const;

/** Rows that a page shows; the list of the register has them all. */
const SHOWN = 50;

/** Records of another register that belong to the one on this page: the people of a team, the zones of a shelter. */
export function ChildRecords({
  faces,
  of,
  path,
  sort,
  record,
}: {
  faces: RegisterFaces;
  /** The field of theirs that names the record of this page. */
  of: string;
  path: string;
  /** A column in whose order they stand; as the register lists them unless told. */
  sort?: string | undefined;
  record: RecordJson;
}) {
  const say = useSay();
  const may = useMay();
  const { register } = faces;
  const view = useView<ListView>(`${register.plural}.list`, {
    [of]: record.id,
    limit: SHOWN,
    ...(sort ? { sort } : {}),
  });
  const names = register.list.filter((name) => name !== of);
  return (
    <>
      <Shown of={view}>
        {({ items, labels }) =>
          items.length === 0 ? (
            <p className="quiet">{say(WORDS.none)}</p>
          ) : (
            <table className="table table-stacks">
              <thead>
                <tr>
                  {names.map((name) => (
                    <th key={name} scope="col">
                      {say((register.fields[name] as FieldType).label)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {items.map((row) => (
                  <tr key={row.id}>
                    {names.map((name) => {
                      const value = <FieldValue faces={faces} name={name} record={row} labels={labels} />;
                      const { label } = register.fields[name] as FieldType;
                      return (
                        <td key={name} data-label={say(label)}>
                          {name === register.title ? <Go to={`${path}/${row.id}`}>{value}</Go> : value}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Shown>
      <p className="row">
        {may(faces.keep.name) && (
          <Go className="button" to={`${path}/new?${of}=${record.id}`}>
            {say(WORDS.add)}
          </Go>
        )}
        <Go to={`${path}?${of}=${record.id}`}>{say(WORDS.all)}</Go>
      </p>
    </>
  );
}
