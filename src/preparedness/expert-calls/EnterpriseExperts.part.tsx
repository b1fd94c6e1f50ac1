import { CallsOfSubject } from './CallsOf.part.tsx';

/** On an enterprise's page: whose risk was judged by whom. */
export default function EnterpriseExperts({ record }: { record: { readonly id: string } }) {
  return <CallsOfSubject subject={{ register: 'enterprise', id: record.id }} purpose="risk" isOpen />;
}
