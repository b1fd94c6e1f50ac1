import { go, useKeys } from '../../foundation/design-system/web.ts';

const NEW = { zh: '新接报', en: 'New report' };

/** In the shell, so that N takes a call from wherever the officer is. It shows nothing: the desk has the button. */
export default function NewReport() {
  useKeys([{ keys: 'n', label: NEW, act: () => go('/intake/new') }]);
  return null;
}
