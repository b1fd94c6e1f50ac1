import type { Phrase } from '../../kernel/phrases.ts';
import { useSay } from './language.ts';

/** The row of titles over a plain table. */
export function TableHead({ titles }: { titles: readonly Phrase[] }) {
  const say = useSay();
  return (
    <thead>
      <tr>
        {titles.map((title) => (
          <th key={title.zh} scope="col">
            {say(title)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
