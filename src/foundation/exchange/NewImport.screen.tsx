import { useRef, useState } from 'react';
import { ApiProblem, requestJson, useView } from '../api/web.ts';
import {
  ChoiceField,
  FileChoice,
  Form,
  FormActions,
  go,
  Page,
  TextField,
  useKeys,
  useSay,
  useSearch,
} from '../design-system/web.ts';
import type { targets } from './imports.views.ts';
import './exchange.css';

const WORDS = {
  title: { zh: '导入文件', en: 'Import a file' },
  register: { zh: '导入到', en: 'Into' },
  source: { zh: '来源', en: 'Source' },
  sourceHint: {
    zh: '谁给的数据，如「区水务局」；列的对应关系按来源记住',
    en: 'Whose data; the matching of columns is remembered by it',
  },
  file: { zh: '文件', en: 'File' },
  fileHint: {
    zh: 'XLSX、CSV（UTF-8 或 GB18030）、GeoJSON、Shapefile（zip）、GeoPackage，不超过 50 MB',
    en: 'XLSX, CSV (UTF-8 or GB18030), GeoJSON, Shapefile (zip), GeoPackage, up to 50 MB',
  },
  upload: { zh: '上传', en: 'Upload' },
  template: { zh: '下载模板', en: 'Download a template' },
  back: { zh: '返回', en: 'Back' },
} as const;

/** Which file goes into which register. Nothing is written before it was checked and confirmed. */
export default function NewImport() {
  const say = useSay();
  const [search, change] = useSearch();
  const view = useView<typeof targets>('imports.targets', {});
  const [source, setSource] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const input = useRef<HTMLInputElement>(null);
  const items = view.data?.items ?? [];
  const chosen = items.find(({ name }) => name === search.register);
  const back = () => go(chosen ? chosen.path : '/imports');
  useKeys([{ keys: 'Escape', label: WORDS.back, act: back }]);

  const submit = async () => {
    const file = input.current?.files?.[0];
    if (!file || !chosen) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const query = new URLSearchParams({ register: chosen.name, name: file.name, source });
      const { id } = await requestJson<{ id: string }>(`/api/imports?${query}`, {
        method: 'POST',
        body: file,
        headers: { 'content-type': 'application/octet-stream' },
      });
      go(`/imports/${id}`);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <Page title={WORDS.title}>
      <div className="form-page">
        <Form onSubmit={() => void submit()} problem={problem}>
          <ChoiceField
            label={WORDS.register}
            name="register"
            isRequired
            value={chosen?.name}
            onChange={(name) => change({ register: name })}
            choices={items.map(({ name, label }) => ({ value: name, label }))}
          />
          <TextField
            label={WORDS.source}
            hint={WORDS.sourceHint}
            name="source"
            value={source}
            onChange={setSource}
            maxLength={100}
          />
          <FileChoice
            label={WORDS.file}
            hint={WORDS.fileHint}
            name="file"
            input={input}
            accept=".xlsx,.csv,.txt,.geojson,.json,.zip,.gpkg"
            isRequired
          />
          {chosen && (
            <p>
              <a href={chosen.template} download>
                {say(WORDS.template)}
              </a>
            </p>
          )}
          <FormActions submit={WORDS.upload} isBusy={isBusy} onCancel={back} />
        </Form>
      </div>
    </Page>
  );
}
