import { SystemBar, type SystemPath } from '../components/SystemBar';
import { useTexts } from './language';

export function SandboxBar({ current }: { current: SystemPath }) {
  const { words } = useTexts();
  return <SystemBar current={current} name={words.sandbox} labels={words.systems} />;
}
