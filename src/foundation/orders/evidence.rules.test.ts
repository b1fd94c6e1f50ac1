import { expect, it } from 'vitest';
import { evidenceOf, missingEvidence, sumOf } from './evidence.rules.ts';

it('tells photos, recordings and papers of a report apart by their content', () => {
  const files = ['application/pdf', 'video/mp4', 'image/jpeg', 'audio/wav'];
  expect(evidenceOf({ text: '已到场', photos: 2, files })).toEqual({ photo: 2, recording: 2, paper: 2, text: 1 });
  expect(evidenceOf({ text: undefined, photos: 0, files: [] })).toEqual({ photo: 0, recording: 0, paper: 0, text: 0 });
});

it('two photos and a paper: says what is missing of each kind over all reports', () => {
  const asked = { photo: 2, paper: 1 };
  const first = evidenceOf({ text: '到场', photos: 1, files: [] });
  expect(missingEvidence(asked, first)).toEqual({ photo: 1, paper: 1 });
  const second = evidenceOf({ text: undefined, photos: 3, files: ['application/pdf'] });
  expect(missingEvidence(asked, sumOf(first, second))).toEqual({});
  expect(missingEvidence({}, {})).toEqual({});
});
