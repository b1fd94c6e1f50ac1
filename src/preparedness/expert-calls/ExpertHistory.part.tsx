import { Calls } from './CallsOf.part.tsx';

/** On an expert's page: what they were called for, what they answered and advised, and how it was taken. */
export default function ExpertHistory({ record }: { record: { readonly id: string } }) {
  return <Calls input={{ expertId: record.id }} />;
}
