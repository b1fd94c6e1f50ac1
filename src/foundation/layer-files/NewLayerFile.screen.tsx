import { useRef, useState } from 'react';
import { newId } from '../../kernel/ids.ts';
import { ApiProblem, requestJson, type UploadProgress, uploadFile } from '../api/web.ts';
import { FileChoice, Form, FormActions, go, Page, TextField, useKeys, useSay } from '../design-system/web.ts';

const WORDS = {
  title: { zh: '上传图层文件', en: 'Upload a layer' },
  name: { zh: '图层名称', en: 'Name' },
  folder: { zh: '所在目录', en: 'Folder' },
  folderHint: { zh: '各级用「/」分开，如「安全生产/危险化学品」', en: 'Levels parted by “/”: safety/chemicals' },
  file: { zh: '文件', en: 'File' },
  fileHint: {
    zh: 'GeoJSON、Shapefile（zip）、GeoPackage，不超过 50 MB、5 万个要素，坐标系按文件所述；地图瓦片 PMTiles、MBTiles（不超过 200 MB）',
    en: 'GeoJSON, Shapefile (zip), GeoPackage, up to 50 MB and 50,000 features, reference system as the file says; map tiles as PMTiles, or MBTiles up to 200 MB',
  },
  upload: { zh: '上传', en: 'Upload' },
  sent: { zh: '已上传 {share}%', en: '{share}% sent' },
  waiting: {
    zh: '网络中断，恢复后自动继续（已上传 {share}%）',
    en: 'The line is broken; it goes on by itself ({share}% sent)',
  },
  reading: { zh: '正在读取文件', en: 'The file is being read' },
  back: { zh: '返回', en: 'Back' },
} as const;

/** Files of tiles are kept as files, and go up in parts where they are large. */
const TILES = /\.(pmtiles|mbtiles)$/i;

/** A file of shapes or tiles becomes a layer of the catalogue; its look and for whom it is are said on its page. */
export default function NewLayerFile() {
  const [name, setName] = useState('');
  const [folder, setFolder] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const [progress, setProgress] = useState<UploadProgress>();
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  /** Sent again, an upload goes on under its number. */
  const key = useRef<{ file: File; id: string }>(undefined);
  const back = () => go('/catalogue-layers');
  useKeys([{ keys: 'Escape', label: WORDS.back, act: back }]);

  const submit = async () => {
    const file = input.current?.files?.[0];
    if (!file) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const { id } = await (TILES.test(file.name) ? sendTiles(file) : sendShapes(file));
      go(`/catalogue-layers/${id}`);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
      setBusy(false);
    }
  };
  async function sendTiles(file: File): Promise<{ id: string }> {
    if (key.current?.file !== file) key.current = { file, id: newId() };
    const { id: fileId } = await uploadFile(file, key.current.id, { onProgress: setProgress });
    return requestJson('/api/tile-files', { method: 'POST', body: { fileId, name, folder } });
  }

  async function sendShapes(file: File): Promise<{ id: string }> {
    const query = new URLSearchParams({ file: file.name, name, folder });
    return requestJson(`/api/layer-files?${query}`, {
      method: 'POST',
      body: file,
      headers: { 'content-type': 'application/octet-stream' },
    });
  }

  const share = progress ? Math.floor((100 * progress.sent) / Math.max(1, progress.size)) : 0;
  return (
    <Page title={WORDS.title}>
      <div className="form-page">
        <Form onSubmit={() => void submit()} problem={problem}>
          <FileChoice
            label={WORDS.file}
            hint={WORDS.fileHint}
            name="file"
            input={input}
            accept=".geojson,.json,.zip,.gpkg,.pmtiles,.mbtiles"
            isRequired
          />
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
          {isBusy && progress && (
            <p role="status">
              {say(share === 100 ? WORDS.reading : progress.isWaiting ? WORDS.waiting : WORDS.sent, { share })}
            </p>
          )}
          <FormActions submit={WORDS.upload} isBusy={isBusy} onCancel={back} />
        </Form>
      </div>
    </Page>
  );
}
