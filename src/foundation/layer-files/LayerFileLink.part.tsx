import { Go, useSay } from '../design-system/web.ts';
import type { RegisterFaces } from '../registers/define.ts';

const WORDS = { zh: '上传图层文件', en: 'Upload a layer' };

/** Above the catalogue of layers: the way in for a map file. */
export default function LayerFileLink({ faces }: { faces: RegisterFaces }) {
  const say = useSay();
  if (faces.register.name !== 'catalogue_layer') return null;
  return (
    <Go className="button" to="/layer-files/new">
      {say(WORDS)}
    </Go>
  );
}
