import { pinyin } from 'pinyin-pro';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { SIGNED_IN } from '../../foundation/identity/define.ts';
import { INCIDENT_KIND_WORDS, INCIDENT_KINDS } from '../../foundation/incident-kinds/define.ts';

const SOUNDS = INCIDENT_KINDS.map(({ id, label }) => ({
  kind: id,
  sounds: [label.zh, ...INCIDENT_KIND_WORDS[id]].flatMap((word) => {
    const syllables = pinyin(word.replaceAll(/[^\u4e00-\u9fff]/g, ''), { toneType: 'none', type: 'array', v: true });
    return [syllables.join(''), syllables.map(([letter = '']) => letter).join('')];
  }),
}));

/** How kinds of incidents and the everyday words for them are spelt; the readings stay on the server, being large. */
export const kindSounds = view('intake.kindSounds', {
  label: { zh: '事件类别读音', en: 'Sounds of the kinds' },
  may: SIGNED_IN,
  input: z.object({}),
  output: z.object({ items: z.array(z.object({ kind: z.string(), sounds: z.array(z.string()) })) }),
  reads: [],
  async run() {
    return { items: SOUNDS };
  },
});
