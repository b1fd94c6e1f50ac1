import { useRef, useState } from 'react';
import { ApiProblem, requestJson } from '../api/web.ts';
import { Field, Form, FormActions, go, Page, TextField, useKeys } from '../design-system/web.ts';

const WORDS = {
  title: { zh: '上传矢量图层', en: 'Upload a layer' },
  name: { zh: '图层名称', en: 'Name' },
  folder: { zh: '所在目录', en: 'Folder' },
  folderHint: { zh: '各级用「/」分开，如「安全生产/危险化学品」', en: 'Levels parted by “/”: safety/chemicals' },
  file: { zh: '文件', en: 'File' },
  fileHint: {
    zh: 'GeoJSON、Shapefile（zip）、GeoPackage，不超过 50 MB、5 万个要素；坐标系按文件所述',
    en: 'GeoJSON, Shapefile (zip), GeoPackage, up to 50 MB and 50,000 features; reference system as the file says',
  },
  upload: { zh: '上传', en: 'Upload' },
  back: { zh: '返回', en: 'Back' },
} as const;

/** A file of shapes becomes a layer of the catalogue; its look and for whom it is are said on its page. */
export default function NewLayerFile() {
  const [name, setName] = useState('');
  const [folder, setFolder] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const input = useRef<HTMLInputElement>(null);
  const back = () => go('/catalogue-layers');
  useKeys([{ keys: 'Escape', label: WORDS.back, act: back }]);

  const submit = async () => {
    const file = input.current?.files?.[0];
    if (!file) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const query = new URLSearchParams({ file: file.name, name, folder });
      const { id } = await requestJson<{ id: string }>(`/api/layer-files?${query}`, {
        method: 'POST',
        body: file,
        headers: { 'content-type': 'application/octet-stream' },
      });
      go(`/catalogue-layers/${id}`);
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
          <Field label={WORDS.file} hint={WORDS.fileHint} name="file" isRequired>
            {(control) => <input {...control} ref={input} type="file" accept=".geojson,.json,.zip,.gpkg" />}
          </Field>
          <TextField label={WORDS.name} name="name" isRequired value={name} onChange={setName} maxLength={80} />
          <TextField
            label={WORDS.folder}
            hint={WORDS.folderHint}
            name="folder"
            isRequired
            value={folder}
            onChange={setFolder}
            maxLength={200}
          />
          <FormActions submit={WORDS.upload} isBusy={isBusy} onCancel={back} />
        </Form>
      </div>
    </Page>
  );
}
