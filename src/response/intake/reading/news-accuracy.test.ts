import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CASUALTY_LABELS_OF, type Figure } from './casualties.rules.ts';
import { CASUALTY_LABELS } from './casualty-labels.fixture.ts';
import { NEWS, type News, news, share } from './news.fixture.ts';
import { readText } from './read-text.rules.ts';

interface Count {
  asked: number;
  proposed: number;
  right: number;
}

const zero = (): Count => ({ asked: 0, proposed: 0, right: 0 });
const figures = ({ asked, proposed, right }: Count) => ({ asked, precision: right / proposed, recall: right / asked });

/** Of the first proposal of a field against what people marked; whole and of the half that no rule was written over. */
describe.skipIf(!existsSync(NEWS))('real news', () => {
  const all = existsSync(NEWS) ? news() : [];

  const judged = (
    field: 'occurredAt' | 'place',
    marked: (one: News) => readonly string[],
    given: (one: News) => string,
  ) => {
    const [whole, held] = [zero(), zero()];
    for (const one of all.filter((each) => marked(each).length > 0)) {
      const found = readText(given(one), one.reportedAt).find((proposal) => proposal.field === field)?.text;
      const plain = found?.replaceAll(/\s+/g, '') ?? '';
      const isRight = marked(one).some((annotation) => share(annotation, plain));
      for (const count of one.isHeldOut ? [whole, held] : [whole]) {
        count.asked += 1;
        count.proposed += found === undefined ? 0 : 1;
        count.right += isRight ? 1 : 0;
      }
    }
    console.log(field, 'all', figures(whole), 'held out', figures(held));
    return [figures(whole), figures(held)];
  };

  it('times of the emergency: 85 of 100, of the held half as well', () => {
    for (const { precision, recall } of judged(
      'occurredAt',
      ({ times }) => times,
      ({ text }) => text,
    )) {
      expect(precision).toBeGreaterThanOrEqual(0.85);
      expect(recall).toBeGreaterThanOrEqual(0.85);
    }
  });

  it('places of the emergency: 70 of 100, of the held half as well', () => {
    for (const { precision, recall } of judged(
      'place',
      ({ places }) => places,
      ({ text }) => text,
    )) {
      expect(precision).toBeGreaterThanOrEqual(0.7);
      expect(recall).toBeGreaterThanOrEqual(0.7);
    }
  });

  it('is not put off by the line breaks and tabs of a file', () => {
    expect(
      judged(
        'occurredAt',
        ({ times }) => times,
        ({ raw }) => raw,
      )[0]?.recall,
    ).toBeGreaterThanOrEqual(0.85);
    expect(
      judged(
        'place',
        ({ places }) => places,
        ({ raw }) => raw,
      )[0]?.recall,
    ).toBeGreaterThanOrEqual(0.7);
  });

  it('counts casualties as a person does, in nine of ten', () => {
    const held = zero();
    const fields = Object.keys(CASUALTY_LABELS_OF) as Figure[];
    for (const [file, item, labels] of CASUALTY_LABELS.filter((_, row) => row % 2 === 1)) {
      const one = all.find((each) => each.file === file && each.item === item);
      const proposals = readText(one?.text ?? '', one?.reportedAt ?? new Date(0));
      for (const field of fields) {
        const found = proposals.find((proposal) => proposal.field === field)?.value;
        const label = labels[field];
        held.asked += label ? 1 : 0;
        held.proposed += found === undefined ? 0 : 1;
        held.right += label && label[1] === found ? 1 : 0;
      }
    }
    console.log('casualties, held out', figures(held));
    expect(figures(held).precision).toBeGreaterThanOrEqual(0.9);
    expect(figures(held).recall).toBeGreaterThanOrEqual(0.9);
  });
});
