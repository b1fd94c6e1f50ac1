import type { z } from 'zod';
import { definePaper } from '../../foundation/documents/define.ts';
import type { dossier } from './dossier.views.ts';

/** 事件案卷 on the page of GB/T 9704. */
export const incidentFilePaper = definePaper<z.output<(typeof dossier)['output']>>({
  name: 'incident-file',
  label: { zh: '事件案卷', en: 'Incident file' },
  compose: ({ number, title, mark, unitName, at, body }) => ({
    mark,
    redHeader: `${unitName}事件案卷`,
    number,
    title: `${title}案卷`,
    body,
    signedBy: unitName,
    signedAt: at,
    sentTo: [],
    copiedTo: [],
    printedAt: at,
  }),
});
