import { useState } from 'react';
import { type OutputOf, useCommand } from '../api/web.ts';
import { Button, ChoiceField, useSay } from '../design-system/web.ts';
import { KNOWN } from './import.register.ts';
import type { check } from './imports.commands.ts';
import type { record } from './imports.views.ts';

type File = OutputOf<typeof record>;

const WORDS = {
  column: { zh: '文件中的列', en: 'Column of the file' },
  sample: { zh: '示例', en: 'Samples' },
  target: { zh: '对应栏目', en: 'Stands for' },
  targetOf: { zh: '「{column}」对应的栏目', en: 'What “{column}” stands for' },
  leftOut: { zh: '（不导入）', en: '(left out)' },
  untitled: { zh: '第 {number} 列', en: 'Column {number}' },
  system: { zh: '坐标系', en: 'Coordinate system' },
  check: { zh: '开始核对', en: 'Check' },
  again: { zh: '重新核对', en: 'Check again' },
  missing: { zh: '必填栏目未对应：{labels}', en: 'Required and not given: {labels}' },
} as const;

/** Which column stands for which field; recognised from the heads, remembered by the source, changed by hand. */
export function ColumnMapping({ file }: { file: File }) {
  const say = useSay();
  const checking = useCommand<typeof check>('imports.check');
  const [mapping, setMapping] = useState<readonly string[]>(file.mapping);
  const [system, setSystem] = useState(file.coordinateSystem);
  const [known, setKnown] = useState(file.known);
  const isGiven = (id: string) => mapping.some((one) => one === id || one.startsWith(`${id}.`));
  const missing = file.targets.filter(({ id, isRequired }) => isRequired && !isGiven(id));
  const choose = (at: number, target: string) =>
    setMapping(mapping.map((one, index) => (index === at ? target : one === target ? '' : one)));
  const hasPlace = file.targets.some(({ id, isPlace }) => isPlace && mapping.includes(id));
  return (
    <>
      <div className="import-columns">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say(WORDS.column)}</th>
              <th scope="col">{say(WORDS.sample)}</th>
              <th scope="col">{say(WORDS.target)}</th>
            </tr>
          </thead>
          <tbody>
            {file.columns.map(({ index, title }, at) => {
              const name = title || say(WORDS.untitled, { number: index + 1 });
              const samples = file.samples.flatMap((cells) => cells[at] ?? []).slice(0, 3);
              return (
                <tr key={index}>
                  <th scope="row">{name}</th>
                  <td title={samples.join('\n')}>{samples.join(' ｜ ')}</td>
                  <td>
                    <select
                      aria-label={say(WORDS.targetOf, { column: name })}
                      value={mapping[at] ?? ''}
                      onChange={(event) => choose(at, event.target.value)}
                    >
                      <option value="">{say(WORDS.leftOut)}</option>
                      {file.targets.map(({ id, label, isRequired }) => (
                        <option key={id} value={id}>
                          {say(label)}
                          {isRequired ? ' *' : ''}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {hasPlace && (
        <ChoiceField
          label={WORDS.system}
          isRequired
          value={system}
          onChange={setSystem}
          choices={file.systems.map(({ id, label }) => ({ value: id, label }))}
        />
      )}
      {file.knownBy && (
        <ChoiceField
          label={{
            zh: `已有记录（按${file.knownBy.zh}识别）`,
            en: `Records that exist (known by ${file.knownBy.en.toLowerCase()})`,
          }}
          as="buttons"
          value={known}
          onChange={setKnown}
          choices={KNOWN.map(({ id, label }) => ({ value: id, label }))}
        />
      )}
      {missing.length > 0 && (
        <p className="soft">{say(WORDS.missing, { labels: missing.map(({ label }) => say(label)).join('、') })}</p>
      )}
      {checking.problem && (
        <p className="problem" role="alert">
          {say(checking.problem.phrase)}
        </p>
      )}
      <p>
        <Button
          kind={file.state === 'received' ? 'main' : 'plain'}
          isBusy={checking.isRunning}
          disabled={missing.length > 0}
          onClick={() => void checking.run({ id: file.id, mapping: [...mapping], coordinateSystem: system, known })}
        >
          {say(file.state === 'received' ? WORDS.check : WORDS.again)}
        </Button>
      </p>
    </>
  );
}
