import { mount } from '../../components/mount';
import { SandboxPage } from '../SandboxPage';
import { RulePage } from './RulePage';

mount(
  <SandboxPage path="/rule">
    <RulePage />
  </SandboxPage>,
);
