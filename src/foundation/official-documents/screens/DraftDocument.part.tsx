import type { Phrase } from '../../../kernel/phrases.ts';
import { useCommand } from '../../api/web.ts';
import { Button, go, useSay } from '../../design-system/web.ts';
import type { draft } from '../official-documents.commands.ts';

/** A button that drafts a 公文 of one kind about a record and opens it. */
export function DraftDocument({
  kind,
  subjectId,
  earlierId,
  label,
}: {
  kind: string;
  subjectId: string;
  /** The signed paper that the new one corrects. */
  earlierId?: string;
  label: Phrase;
}) {
  const say = useSay();
  const drafting = useCommand<typeof draft>('officialDocuments.draft');
  const act = async () => {
    const made = await drafting.run({ kind, subjectId, ...(earlierId ? { earlierId } : {}) });
    if (made) go(`/official-documents/${made.id}`);
  };
  return (
    <>
      <Button onClick={() => void act()} isBusy={drafting.isRunning}>
        {say(label)}
      </Button>
      {drafting.problem && (
        <p className="problem" role="alert">
          {say(drafting.problem.phrase)}
        </p>
      )}
    </>
  );
}
