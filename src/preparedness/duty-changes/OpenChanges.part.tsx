import { ChangeCards } from './ChangeCards.part.tsx';

/** What waits for an answer, above one's shifts. */
export default function OpenChanges() {
  return <ChangeCards isQuiet />;
}
