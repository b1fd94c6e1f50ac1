import { Go, useMay, useSay } from '../design-system/web.ts';
import type { RegisterFaces } from '../registers/define.ts';

const WORDS = { zh: '导入', en: 'Import' };

/** Beside «register» above the list of a register: the way in for a whole file. */
export default function ImportLink({ faces }: { faces: RegisterFaces }) {
  const say = useSay();
  const may = useMay();
  if (!may(faces.keep.name)) return null;
  return (
    <Go className="button" to={`/imports/new?register=${faces.register.name}`}>
      {say(WORDS)}
    </Go>
  );
}
