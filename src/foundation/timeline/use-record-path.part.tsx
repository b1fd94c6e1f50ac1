import { useMay, useWorkplace } from '../design-system/web.ts';
import { recordPath } from './record-path.rules.ts';

/** Where a record's page is, for this person; undefined where it has none that may be opened. */
export function useRecordPath(): (record: { plural: string; id: string }) => string | undefined {
  const may = useMay();
  const { contributions } = useWorkplace();
  const screens = contributions.flatMap((one) => one.screens);
  return (record) => recordPath(screens, may, record);
}
