import { Calls } from './CallsOf.part.tsx';

/** The expert's own calls on the phone. */
export default function MyCalls() {
  return <Calls input={{ isMine: true }} />;
}
