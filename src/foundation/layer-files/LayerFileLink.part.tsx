import { Go, useSay } from '../design-system/web.ts';
import type { RegisterFaces } from '../registers/define.ts';

const WORDS = {
  file: { zh: '上传图层文件', en: 'Upload a layer' },
  register: { zh: '按台账批量登记', en: 'Register layers of a register' },
} as const;

/** Above the catalogue of layers: the ways in for a map file and for a whole register. */
export default function LayerFileLink({ faces }: { faces: RegisterFaces }) {
  const say = useSay();
  if (faces.register.name !== 'catalogue_layer') return null;
  return (
    <>
      <Go className="button" to="/layer-files/new">
        {say(WORDS.file)}
      </Go>
      <Go className="button" to="/thematic-layers/new">
        {say(WORDS.register)}
      </Go>
    </>
  );
}
