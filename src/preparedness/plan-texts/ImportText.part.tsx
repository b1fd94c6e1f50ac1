import { useRef, useState } from 'react';
import { ApiProblem, requestJson } from '../../foundation/api/web.ts';
import { FileChoice, Form, FormActions, go } from '../../foundation/design-system/web.ts';

const WORDS = {
  file: { zh: '预案文件', en: 'File of the plan' },
  hint: {
    zh: 'DOCX、TXT、网页或 Markdown，最大 20 MB；按「一、（一）1.」「第X章第X条」「1.1」编号读成条款',
    en: 'DOCX, text, web page or Markdown, at most 20 MB; read into clauses by its numbers',
  },
  read: { zh: '读取', en: 'Read it' },
} as const;

/** Takes a file of this machine in; what was read of it opens at once to be confirmed. */
export function ImportText({ onCancel }: { onCancel: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<ApiProblem>();
  const [isBusy, setBusy] = useState(false);
  const submit = async () => {
    const file = input.current?.files?.[0];
    if (!file) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const { id } = await requestJson<{ id: string }>(`/api/plan-texts?name=${encodeURIComponent(file.name)}`, {
        method: 'POST',
        body: file,
        headers: { 'content-type': 'application/octet-stream' },
      });
      go(`/plan-texts/${id}`);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <Form onSubmit={() => void submit()} problem={problem}>
      <FileChoice
        label={WORDS.file}
        hint={WORDS.hint}
        name="file"
        input={input}
        accept=".docx,.txt,.md,.html,.htm,.vue"
        isRequired
      />
      <FormActions submit={WORDS.read} isBusy={isBusy} onCancel={onCancel} />
    </Form>
  );
}
