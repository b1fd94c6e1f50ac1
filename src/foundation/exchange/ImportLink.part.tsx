import { useView } from '../api/web.ts';
import { Go, useSay } from '../design-system/web.ts';
import type { RegisterFaces } from '../registers/define.ts';
import type { targets } from './imports.views.ts';

const WORDS = { zh: '导入', en: 'Import' };

/** Beside «register» above the list of a register: the way in for a whole file, where the register takes one from this person. */
export default function ImportLink({ faces }: { faces: RegisterFaces }) {
  const say = useSay();
  const view = useView<typeof targets>('imports.targets', {});
  if (!view.data?.items.some(({ name }) => name === faces.register.name)) return null;
  return (
    <Go className="button" to={`/imports/new?register=${faces.register.name}`}>
      {say(WORDS)}
    </Go>
  );
}
